/**
 * Builds an ONNX model in memory: named values, constants, nodes, and the protobuf they become.
 * Field numbers follow onnx.proto of ONNX IR version 10: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
import { MessageWriter } from './protobuf'

/** Element types this project puts into graphs, with their TensorProto codes. */
export const ELEMENT_CODE = { float32: 1, uint8: 2, int32: 6, int64: 7 } as const
/** Name of an element type. */
export type ElementType = keyof typeof ELEMENT_CODE
/** A dimension: a size, or a name for one that is known only at run time. */
export type Dimension = number | string
/** A value flowing along an edge of the graph. */
export interface Value {
  readonly name: string
}
/** An attribute of a node. Plain numbers are integers; floats are wrapped, since JavaScript cannot tell them apart. */
export type Attribute = number | string | readonly number[] | { readonly float: number }
/** Attributes by name. */
export type Attributes = Readonly<Record<string, Attribute>>
/** What a node is, beside its inputs. */
export interface NodeOptions {
  readonly attributes?: Attributes
  /** `com.microsoft` for ONNX Runtime's own operators; the standard set when absent. */
  readonly domain?: string
  /** Output names, or how many outputs to name automatically (1 when absent). An empty name leaves that output out. */
  readonly outputs?: number | readonly string[]
}
/** Typed data of a constant. */
export type ConstantData = Float32Array | Uint8Array | Int32Array | BigInt64Array

const STANDARD_OPSET = 20
const IR_VERSION = 10

/** A graph under construction. Every value is defined before it is used, so nodes are in topological order by construction. */
export class GraphBuilder {
  private readonly graph = new MessageWriter()
  private readonly constants = new Map<string, Value>()
  private counter = 0

  /** Declares a graph input of shape `dims`. */
  input(name: string, type: ElementType, dims: readonly Dimension[]): Value {
    this.graph.message(11, valueInfo(name, type, dims))
    return { name }
  }

  /** Declares `value` an output of the graph, under its own name. */
  output(value: Value, type: ElementType, dims: readonly Dimension[]): void {
    this.graph.message(12, valueInfo(value.name, type, dims))
  }

  /** Adds a constant. A name seen before returns the constant it stands for, so shared tables are stored once. */
  constant(name: string, data: ConstantData, dims: readonly number[]): Value {
    const known = this.constants.get(name)
    if (known) return known
    this.graph.message(5, tensor(name, data, dims))
    const value = { name }
    this.constants.set(name, value)
    return value
  }

  /** Adds a constant int64 vector, the form in which shapes and split sizes are given. */
  integers(values: readonly number[]): Value {
    return this.constant(`integers_${values.join('_')}`, BigInt64Array.from(values, BigInt), [values.length])
  }

  /** Adds a node and returns its outputs; `null` inputs are left out. */
  node(operator: string, inputs: readonly (Value | null)[], options: NodeOptions = {}): Value[] {
    const outputs = this.outputNames(operator, options.outputs ?? 1)
    const message = new MessageWriter()
    for (const input of inputs) message.text(1, input?.name ?? '')
    for (const name of outputs) message.text(2, name)
    message.text(3, `${operator}_${this.counter++}`).text(4, operator)
    for (const [name, value] of Object.entries(options.attributes ?? {}))
      message.message(5, attribute(name, value))
    if (options.domain) message.text(7, options.domain)
    this.graph.message(1, message)
    return outputs.map((name) => ({ name }))
  }

  /** Adds a node with one output. */
  apply(operator: string, inputs: readonly (Value | null)[], options: NodeOptions = {}): Value {
    return this.node(operator, inputs, options)[0]!
  }

  /** The model as ONNX bytes. */
  build(name: string): Uint8Array<ArrayBuffer> {
    this.graph.text(2, name)
    return new MessageWriter()
      .integer(1, IR_VERSION)
      .text(2, 'shelftalk')
      .message(7, this.graph)
      .message(8, new MessageWriter().text(1, '').integer(2, STANDARD_OPSET))
      .message(8, new MessageWriter().text(1, 'com.microsoft').integer(2, 1))
      .finish()
  }

  private outputNames(operator: string, outputs: number | readonly string[]): readonly string[] {
    if (typeof outputs !== 'number') return outputs
    return Array.from({ length: outputs }, () => `${operator}_out_${this.counter++}`)
  }
}

function valueInfo(name: string, type: ElementType, dims: readonly Dimension[]): MessageWriter {
  const shape = new MessageWriter()
  for (const dim of dims) {
    shape.message(
      1,
      typeof dim === 'number' ? new MessageWriter().integer(1, dim) : new MessageWriter().text(2, dim),
    )
  }
  const tensorType = new MessageWriter().integer(1, ELEMENT_CODE[type]).message(2, shape)
  return new MessageWriter().text(1, name).message(2, new MessageWriter().message(1, tensorType))
}

function tensor(name: string, data: ConstantData, dims: readonly number[]): MessageWriter {
  const count = dims.reduce((product, dim) => product * dim, 1)
  if (count !== data.length)
    throw new RangeError(
      `Constant ${name} has ${data.length} values, its shape ${dims.join('x')} needs ${count}`,
    )
  const message = new MessageWriter()
  for (const dim of dims) message.integer(1, dim)
  return message
    .integer(2, ELEMENT_CODE[elementType(data)])
    .text(8, name)
    .bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
}

function elementType(data: ConstantData): ElementType {
  if (data instanceof Float32Array) return 'float32'
  if (data instanceof Uint8Array) return 'uint8'
  return data instanceof Int32Array ? 'int32' : 'int64'
}

const FLOAT_ATTRIBUTE = 1
const INTEGER_ATTRIBUTE = 2
const TEXT_ATTRIBUTE = 3
const INTEGERS_ATTRIBUTE = 7

function attribute(name: string, value: Attribute): MessageWriter {
  const message = new MessageWriter().text(1, name)
  if (typeof value === 'number') return message.integer(3, value).integer(20, INTEGER_ATTRIBUTE)
  if (typeof value === 'string') return message.text(4, value).integer(20, TEXT_ATTRIBUTE)
  if ('float' in value) return message.float(2, value.float).integer(20, FLOAT_ATTRIBUTE)
  for (const item of value) message.integer(8, item)
  return message.integer(20, INTEGERS_ATTRIBUTE)
}
