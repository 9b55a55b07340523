import { evidenceNotAvailable } from '../../shared/rules/evidence-not-available.ts'
import { testExamples } from './support.ts'

testExamples(evidenceNotAvailable)
