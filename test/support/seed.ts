// Which random workflows a run of the tests looks at. The build machine looks at the same ones each time, so that what
// turns it red is the change it looks at; everywhere else each run looks at others, and the soaks at many more.
import fc from 'fast-check'

const { BATON_SEED, CI } = process.env

/** For the names of tests: BATON_SEED brings back the workflows of a run that failed. */
export const SEED = Number(BATON_SEED ?? (CI ? 20_261 : Math.floor(Math.random() * 2 ** 31)))

if (BATON_SEED !== undefined || CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })
