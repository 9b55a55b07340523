// What a second language must hold: the keys and functions of the English catalogue, with words of its own.
import type { english } from './en.ts'

/** A catalogue: every key of the English one. A missing word, or one with other arguments, is a type error. */
export type Words = Shape<typeof english>

type Shape<T> = T extends string
  ? string
  : T extends (...given: infer A) => infer R
    ? (...given: A) => Shape<R>
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Shape<T[K]> }
      : T extends object
        ? { readonly [K in keyof T]: Shape<T[K]> }
        : T
