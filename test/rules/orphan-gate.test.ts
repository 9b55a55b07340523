import { orphanGate } from '../../shared/rules/orphan-gate.ts'
import { testExamples } from './support.ts'

testExamples(orphanGate)
