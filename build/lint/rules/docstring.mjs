/** ESLint rule `house/docstring`: every exported declaration says in a docstring what it is. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        'Exported {{name}} has no docstring: say what it is, its shapes and units, and what it throws.',
    },
  },
  create(context) {
    const source = context.sourceCode
    const documented = (node) => {
      const last = source.getCommentsBefore(node).at(-1)
      return (
        last?.type === 'Block' && last.value.startsWith('*') && last.loc.end.line >= node.loc.start.line - 1
      )
    }
    const nameOf = (declaration) => declaration.id?.name ?? declaration.declarations?.[0]?.id?.name ?? 'value'
    const overload = (node) => {
      const siblings = node.parent.body
      const before = siblings[siblings.indexOf(node) - 1]
      return (
        before?.declaration?.type === 'TSDeclareFunction' &&
        nameOf(before.declaration) === nameOf(node.declaration)
      )
    }
    return {
      'Program > ExportNamedDeclaration': (node) => {
        if (!node.declaration || documented(node) || overload(node)) return
        context.report({ node, messageId: 'missing', data: { name: nameOf(node.declaration) } })
      },
    }
  },
}
