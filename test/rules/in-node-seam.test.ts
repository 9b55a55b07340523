import { inNodeSeam } from '../../shared/rules/in-node-seam.ts'
import { testExamples } from './support.ts'

testExamples(inNodeSeam)
