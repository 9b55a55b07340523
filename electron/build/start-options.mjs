// Reads what was written after `npm start --`.
import path from 'node:path'

/**
 * @typedef {object} StartOptions
 * @property {'electron' | 'browser' | undefined} host The one to use whatever is there; undefined lets us choose.
 * @property {readonly string[]} files Absolute paths.
 * @property {readonly string[]} passed Options for the loopback host, as they were given.
 */

/** Options of the loopback host that take a value, and those that take none. */
const WITH_VALUE = ['--data', '--port']
const WITHOUT_VALUE = ['--no-open', '--keep']

/**
 * The options, or a sentence that says what is wrong with them. `folder` is where relative paths start: the folder in
 * which the user typed the command, which npm hands over as INIT_CWD.
 *
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {StartOptions | string}
 */
export function readStartOptions(args, folder) {
  /** @type {{ host: StartOptions['host'], files: string[], passed: string[] }} */
  const options = { host: undefined, files: [], passed: [] }
  const rest = args.flatMap((arg) => (/^--[a-z]+=/.test(arg) ? splitAtEqualsSign(arg) : [arg]))
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('-')) options.files.push(path.resolve(folder, arg))
    else if (WITHOUT_VALUE.includes(arg)) options.passed.push(arg)
    else if (arg === '--host' || WITH_VALUE.includes(arg)) {
      const value = rest.shift()
      if (value === undefined) return `${arg} needs a value.`
      if (arg !== '--host') options.passed.push(arg, arg === '--data' ? path.resolve(folder, value) : value)
      else if (value === 'electron' || value === 'browser') options.host = value
      else return `--host is electron or browser, not ${value}.`
    } else return `There is no option ${arg}.`
  }
  return options
}

function splitAtEqualsSign(/** @type {string} */ arg) {
  const at = arg.indexOf('=')
  return [arg.slice(0, at), arg.slice(at + 1)]
}
