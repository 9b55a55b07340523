// Decides in which window the app opens: Electron's, or the user's browser on the loopback host.

/**
 * @typedef {{ readonly host: 'electron', readonly program: string, readonly because: string }} ElectronChoice
 * @typedef {{ readonly host: 'browser', readonly because: string }} BrowserChoice
 * @typedef {{ readonly host: 'none', readonly because: string }} NoChoice
 */

/**
 * @param {object} question
 * @param {'electron' | 'browser' | undefined} question.wanted
 * @param {string | undefined} question.obstacle why Electron cannot run here, whatever is installed
 * @param {() => string | undefined} question.find Electron's program
 * @param {() => Promise<string | undefined>} question.fetch gets Electron, or answers why it could not
 * @returns {Promise<ElectronChoice | BrowserChoice | NoChoice>}
 */
export async function chooseHost({ wanted, obstacle, find, fetch }) {
  if (wanted === 'browser') return { host: 'browser', because: 'you asked for it' }
  const otherwise = (/** @type {string} */ because) =>
    wanted === 'electron' ? noChoice(because) : browserChoice(because)
  if (obstacle !== undefined) return otherwise(obstacle)
  const here = find()
  if (here !== undefined)
    return electronChoice(here, wanted ? 'you asked for it' : 'its program is installed')
  const failure = await fetch()
  if (failure !== undefined) return otherwise(`Electron's program is not installed, and ${failure}`)
  const fetched = find()
  if (fetched !== undefined) return electronChoice(fetched, 'its program was just downloaded')
  return otherwise("Electron's program is not there after its download")
}

/** @returns {ElectronChoice} */
function electronChoice(/** @type {string} */ program, /** @type {string} */ because) {
  return { host: 'electron', program, because }
}

/** @returns {BrowserChoice} */
function browserChoice(/** @type {string} */ because) {
  return { host: 'browser', because }
}

/** @returns {NoChoice} */
function noChoice(/** @type {string} */ because) {
  return { host: 'none', because }
}
