// Everything that the core says and a person reads, in German.
import { sayingBy } from '../speak.ts'
import { assumptions } from './phrases/assumptions.ts'
import { deciding } from './phrases/deciding.ts'
import { facts } from './phrases/facts.ts'
import { answers } from './phrases/answers.ts'
import { asking } from './phrases/asking.ts'
import { gates } from './phrases/gates.ts'
import { parts } from './phrases/parts.ts'
import { proofs } from './phrases/proof.ts'
import { titles } from './phrases/titles.ts'

/** Says in German what the core says in English. */
export const sayInGerman = sayingBy(
  { ...deciding, ...asking, ...gates, ...answers, ...proofs, ...parts },
  { ...facts, ...titles, ...assumptions },
)
