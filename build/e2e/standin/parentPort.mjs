/** Gives a Node child the `process.parentPort` of a utility process. Loaded before its script. */
process.parentPort = {
  postMessage: (message) => process.send(message),
  on(event, listener) {
    if (event === 'message') process.on('message', (data) => listener({ data, ports: [] }))
    return this
  },
}
