// The page's half of the emulated contextBridge. Runs before any script of the page. What crosses is copied: data is
// frozen, functions become proxies, prototypes are lost, of errors only the message is left.
;(() => {
  // Taken now: a page that patches its built-ins later must not reach into the bridge, nor stop it.
  const document_ = document
  const fire = EventTarget.prototype.dispatchEvent.bind(document_)
  const listen = EventTarget.prototype.addEventListener.bind(document_)
  const { CustomEvent: Event, structuredClone: clone, Error: Failure, Promise: Later } = window
  const { getPrototypeOf, keys, defineProperty, freeze, hasOwn, create } = Object
  const isArray = Array.isArray
  const functions = create(null)
  const promises = create(null)
  let functionCount = 0
  let callCount = 0
  let lastReturn

  const send = (name, detail) => fire(new Event(`emu:${name}`, { detail }))

  function encode(value) {
    if (typeof value === 'function') {
      functions[++functionCount] = value
      return { function: functionCount }
    }
    if (isArray(value)) {
      const items = []
      for (let i = 0; i < value.length; i++) items[i] = encode(value[i])
      return { items }
    }
    if (typeof value === 'object' && value !== null && isPlain(value)) {
      const names = keys(value)
      const fields = []
      for (let i = 0; i < names.length; i++) fields[i] = { name: names[i], value: encode(value[names[i]]) }
      return { fields }
    }
    return { value: clone(value) }
  }

  function isPlain(value) {
    const prototype = getPrototypeOf(value)
    return prototype === null || getPrototypeOf(prototype) === null
  }

  function decode(node) {
    if (node.function !== undefined) return (...words) => callOver(node.function, words)
    if (node.promise !== undefined) {
      return new Later((resolve, reject) => {
        promises[node.promise] = { resolve, reject }
      })
    }
    if (node.items !== undefined) {
      const items = []
      for (let i = 0; i < node.items.length; i++) items[i] = decode(node.items[i])
      return freeze(items)
    }
    if (node.fields !== undefined) {
      const object = {}
      for (let i = 0; i < node.fields.length; i++) {
        const { name, value } = node.fields[i]
        defineProperty(object, name, {
          value: decode(value),
          enumerable: true,
          writable: true,
          configurable: true,
        })
      }
      return freeze(object)
    }
    return node.value
  }

  function callOver(id, words) {
    const call = ++callCount
    const encoded = []
    for (let i = 0; i < words.length; i++) encoded[i] = encode(words[i])
    lastReturn = undefined
    send('call', { id, call, words: encoded })
    const answer = lastReturn
    if (answer === undefined || answer.call !== call) throw new Failure('the bridge gave no answer')
    if (answer.error !== undefined) throw new Failure(answer.error)
    return decode(answer.result)
  }

  listen('emu:return', (event) => {
    lastReturn = event.detail
  })
  listen('emu:settle', ({ detail }) => {
    const promise = promises[detail.promise]
    delete promises[detail.promise]
    if (detail.error === undefined) promise.resolve(decode(detail.result))
    else promise.reject(new Failure(detail.error))
  })
  listen('emu:callback', ({ detail }) => {
    const words = []
    for (let i = 0; i < detail.words.length; i++) words[i] = decode(detail.words[i])
    functions[detail.id](...words)
  })
  listen('emu:expose', ({ detail }) => {
    if (hasOwn(window, detail.name)) {
      send('refused', 'Cannot bind an API on top of an existing property on the window object')
      return
    }
    defineProperty(window, detail.name, { value: decode(detail.api), enumerable: true })
  })
})()
