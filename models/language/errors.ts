import { ShelftalkError } from '../../shared/contract/errors'

/** What can be wrong with a folder of weights. */
export type FolderFault =
  | 'FILE_MISSING'
  | 'FILE_INVALID'
  | 'SHARD_TRUNCATED'
  | 'SHARD_DAMAGED'
  | 'TENSOR_MISSING'
  | 'TENSOR_WRONG'
  | 'UNSUPPORTED'

/** One fault, with the file it is in. */
export interface FaultReport {
  readonly fault: FolderFault
  /** File or folder concerned. */
  readonly file: string
  readonly message: string
  readonly hint: string
}

/** A model folder that cannot be loaded. Carries `MODEL_UNREADABLE`, the fault and the file. */
export class ModelFolderError extends ShelftalkError {
  readonly fault: FolderFault
  readonly file: string

  constructor(report: FaultReport) {
    super('MODEL_UNREADABLE', report.message, report.hint)
    this.name = 'ModelFolderError'
    this.fault = report.fault
    this.file = report.file
  }
}

/** An adapter folder that cannot be loaded, or does not fit the model. Carries `ADAPTER_UNREADABLE`, the fault and the file. */
export class AdapterFolderError extends ShelftalkError {
  readonly fault: FolderFault
  readonly file: string

  constructor(report: FaultReport) {
    super('ADAPTER_UNREADABLE', report.message, report.hint)
    this.name = 'AdapterFolderError'
    this.fault = report.fault
    this.file = report.file
  }
}

/** Makes the error of the folder being read out of a fault found in one of its files. */
export type Refuse = (report: FaultReport) => ShelftalkError
/** Refusal of a model folder. */
export const refuseModel: Refuse = (report) => new ModelFolderError(report)
/** Refusal of an adapter folder. */
export const refuseAdapter: Refuse = (report) => new AdapterFolderError(report)
