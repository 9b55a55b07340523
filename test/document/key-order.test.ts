// Every key that the schemas know has its place in the written order, and no other key has one.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DOCUMENT } from '../../shared/document/key-order.ts'
import { WorkflowSchema } from '../../shared/model/workflow.ts'
import type { Shape } from '../../shared/document/key-order.ts'

test('the written order names exactly the keys of the format, at every level', () => {
  expect(described(DOCUMENT, '')).toEqual(ofSchema(WorkflowSchema, ''))
})

/** `path: keys` for every object of a shape, sorted. */
function described({ keys, within = {} }: Shape, path: string): string[] {
  const nested = Object.entries(within).flatMap(([key, shape]) => described(shape, `${path}/${key}`))
  return [`${path}: ${keys.toSorted().join(' ')}`, ...nested].toSorted()
}

/** The same for a schema: through defaults, options and lists; a union is the union of its members' keys. */
function ofSchema(schema: z.ZodType, path: string): string[] {
  const objects = objectsIn(schema)
  if (objects.length === 0) return []
  const members = objects.flatMap((object) => Object.entries(object.shape))
  const keys = [...new Set(members.map(([key]) => key))]
  const nested = members.flatMap(([key, member]) => ofSchema(member as z.ZodType, `${path}/${key}`))
  return [...new Set([`${path}: ${keys.toSorted().join(' ')}`, ...nested])].toSorted()
}

function objectsIn(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema]
  if (schema instanceof z.ZodArray) return objectsIn(schema.element as z.ZodType)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => objectsIn(option as z.ZodType))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return objectsIn(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return objectsIn(schema.unwrap() as z.ZodType)
  return []
}
