// The isolated half: what a sandboxed preload sees. Its `require` knows what Electron's knows there, and nothing more.
globalThis.emuRequire = (() => {
  const functions = new Map()
  const listeners = new Map()
  const pending = new Map()
  let functionCount = 0
  let promiseCount = 0
  let invokeCount = 0

  const send = (name, detail) => document.dispatchEvent(new CustomEvent(`emu:${name}`, { detail }))
  const listen = (name, handle) => document.addEventListener(`emu:${name}`, ({ detail }) => handle(detail))
  const messageOf = (error) => (error instanceof Error ? error.message : String(error))

  function encode(value) {
    if (typeof value === 'function') {
      functions.set(++functionCount, value)
      return { function: functionCount }
    }
    if (value instanceof Promise) {
      const promise = ++promiseCount
      value.then(
        (result) => send('settle', { promise, result: encode(result) }),
        (error) => send('settle', { promise, error: messageOf(error) }),
      )
      return { promise }
    }
    if (Array.isArray(value)) return { items: value.map(encode) }
    if (typeof value === 'object' && value !== null && !isHostObject(value)) {
      return { fields: Object.entries(value).map(([name, field]) => ({ name, value: encode(field) })) }
    }
    return { value: structuredClone(value) }
  }

  const isHostObject = (value) =>
    /File|Blob|Date|Map|Set|RegExp|ArrayBuffer/.test(value.constructor?.name ?? '')

  function decode(node) {
    if (node.function !== undefined) {
      return (...words) => send('callback', { id: node.function, words: words.map(encode) })
    }
    if (node.items !== undefined) return node.items.map(decode)
    if (node.fields !== undefined) {
      return Object.fromEntries(node.fields.map(({ name, value }) => [name, decode(value)]))
    }
    return node.value
  }

  listen('call', ({ id, call, words }) => {
    try {
      send('return', { call, result: encode(functions.get(id)(...words.map(decode))) })
    } catch (error) {
      send('return', { call, error: messageOf(error) })
    }
  })

  const contextBridge = {
    exposeInMainWorld(name, api) {
      let refusal
      listen('refused', (message) => {
        refusal = message
      })
      send('expose', { name, api: encode(api) })
      if (refusal !== undefined) throw new Error(refusal)
    },
  }

  // `emuToMain` is a binding that only this world has. Arguments cross as a structured clone would.
  const ipcRenderer = {
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    async invoke(channel, ...words) {
      try {
        structuredClone(words)
      } catch {
        throw new Error('An object could not be cloned.')
      }
      const id = ++invokeCount
      const answer = new Promise((resolve) => pending.set(id, resolve))
      globalThis.emuToMain(JSON.stringify({ id, channel, words }))
      const { result, error } = await answer
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`)
      return result
    },
  }

  globalThis.emuFromMain = (message) => {
    if (message.kind === 'reply') {
      pending.get(message.id)?.(message)
      pending.delete(message.id)
      return
    }
    const event = { sender: ipcRenderer, ports: [] }
    for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.words)
  }

  const webUtils = {
    getPathForFile(file) {
      if (!(file instanceof File)) throw new TypeError('Argument must be a File')
      return ''
    },
  }
  const modules = new Map([['electron', { contextBridge, ipcRenderer, webUtils }]])
  return (name) => {
    const found = modules.get(name)
    if (found === undefined) throw new Error(`module not found: ${name}`)
    return found
  }
})()
