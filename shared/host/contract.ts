// Every call and every event between the interface and its host: the only contract, the same over both transports.
import { z } from 'zod'
import { CapabilitiesSchema } from './capabilities.ts'

z.config({ jitless: true })

/** Bytes of text that a document may have. Beyond it, reading is refused with this figure in the message. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024

const PathSchema = z.string().min(1).max(4096)
const TextSchema = z.string().max(MAX_DOCUMENT_BYTES)
const HashSchema = z.string().max(80)
const DocumentIdSchema = z.string().min(1).max(100)
const Nothing = z.strictObject({})

const FileSchema = z.strictObject({
  path: PathSchema,
  name: z.string(),
  text: TextSchema,
  /** Hash of the bytes on disk: a file has changed when its content has, whatever its date says. */
  hash: HashSchema,
  writable: z.boolean(),
})
const FilterSchema = z.strictObject({ name: z.string(), extensions: z.array(z.string()) })
const RecentSchema = z.strictObject({
  path: PathSchema,
  name: z.string(),
  openedAt: z.number(),
  missing: z.boolean(),
})
const SampleSchema = z.strictObject({ id: z.string(), name: z.string(), description: z.string() })

/** A document that was being edited when the last session ended without closing it. */
const RecoveredSchema = z.strictObject({
  document: DocumentIdSchema,
  path: PathSchema.nullable(),
  name: z.string(),
  /** Hash of the file when it was last read or saved; null for a document that was never saved. */
  savedHash: HashSchema.nullable(),
  /** Text of the document at sequence 0, then the patches in order. */
  base: TextSchema,
  patches: z.array(z.string()),
  editedAt: z.number(),
})

export const calls = {
  'app.info': {
    in: Nothing,
    out: z.strictObject({
      version: z.string(),
      platform: z.string(),
      capabilities: CapabilitiesSchema,
      /** What the host found wrong when it started, fit to show to a person: a damaged library that was set aside. */
      notices: z.array(z.string()).optional(),
    }),
  },
  'samples.list': { in: Nothing, out: z.strictObject({ samples: z.array(SampleSchema) }) },
  'samples.read': {
    in: z.strictObject({ id: z.string().max(100) }),
    out: z.strictObject({ text: TextSchema }),
  },
  'file.pickOpen': {
    in: z.strictObject({ filters: z.array(FilterSchema).max(20), multiple: z.boolean() }),
    out: z.strictObject({ paths: z.array(PathSchema) }),
  },
  'file.pickSave': {
    in: z.strictObject({ suggestedName: z.string().max(255), filters: z.array(FilterSchema).max(20) }),
    out: z.strictObject({ path: PathSchema.nullable() }),
  },
  /** Directory listing for the in-app file browser. `path: null` is the place last used, or the home folder. */
  'file.browse': {
    in: z.strictObject({ path: PathSchema.nullable() }),
    out: z.strictObject({
      path: PathSchema,
      parent: PathSchema.nullable(),
      entries: z.array(z.strictObject({ name: z.string(), path: PathSchema, folder: z.boolean() })),
      /** True where the folder holds more entries than are listed. */
      truncated: z.boolean(),
    }),
  },
  'file.read': { in: z.strictObject({ path: PathSchema }), out: FileSchema },
  /** The file as a git revision holds it. What is not there is `not-found` with `details: { missing }`. */
  'file.readRevision': {
    in: z.strictObject({ path: PathSchema, revision: z.string().min(1).max(400) }),
    out: z.strictObject({ text: TextSchema, commit: z.string() }),
  },
  /**
   * Atomic write. `baseHash` is the hash that the caller last saw (null: the file should not exist); when the disk
   * holds something else the call answers `conflict` with `details: { hash }` and writes nothing, unless `overwrite`.
   */
  'file.write': {
    in: z.strictObject({
      path: PathSchema,
      text: TextSchema,
      baseHash: HashSchema.nullable(),
      overwrite: z.boolean(),
    }),
    out: z.strictObject({ hash: HashSchema }),
  },
  'file.watch': { in: z.strictObject({ path: PathSchema }), out: Nothing },
  'file.unwatch': { in: z.strictObject({ path: PathSchema }), out: Nothing },
  'file.reveal': { in: z.strictObject({ path: PathSchema }), out: Nothing },
  'recents.list': { in: Nothing, out: z.strictObject({ recents: z.array(RecentSchema) }) },
  'recents.add': { in: z.strictObject({ path: PathSchema }), out: Nothing },
  'recents.clear': { in: Nothing, out: Nothing },
  /** Starts (or restarts) the recovery journal of a document from its whole text. */
  'journal.begin': {
    in: z.strictObject({
      document: DocumentIdSchema,
      path: PathSchema.nullable(),
      name: z.string().max(1000),
      savedHash: HashSchema.nullable(),
      text: TextSchema,
    }),
    out: Nothing,
  },
  /** Adds one edit. Durable (fsync) when it answers. `sequence` starts at 1 and has no holes; a repeat is ignored. */
  'journal.append': {
    in: z.strictObject({
      document: DocumentIdSchema,
      sequence: z.number().int().min(1),
      patch: z.string().max(MAX_DOCUMENT_BYTES),
    }),
    out: Nothing,
  },
  /** Forgets a document that was saved, or closed on purpose. */
  'journal.end': { in: z.strictObject({ document: DocumentIdSchema }), out: Nothing },
  /** Documents left over by a session that did not end them. Documents open in another live window are left out. */
  'journal.recover': { in: Nothing, out: z.strictObject({ documents: z.array(RecoveredSchema) }) },
  'settings.read': { in: Nothing, out: z.strictObject({ settings: z.record(z.string(), z.json()) }) },
  'settings.write': {
    in: z.strictObject({ key: z.string().min(1).max(100), value: z.json() }),
    out: Nothing,
  },
  /** Files that the app was asked to open (command line, double-click) before this window was ready. */
  'app.takePendingFiles': { in: Nothing, out: z.strictObject({ paths: z.array(PathSchema) }) },
  'window.setEdited': {
    in: z.strictObject({ edited: z.boolean(), title: z.string().max(1000) }),
    out: Nothing,
  },
  /** The answer to `window.closeRequested`. */
  'window.answerClose': { in: z.strictObject({ close: z.boolean() }), out: Nothing },
  'shell.openExternal': {
    in: z.strictObject({ url: z.url({ protocol: /^(https|mailto)$/ }).max(2048) }),
    out: Nothing,
  },
} as const satisfies Record<string, { in: z.ZodType; out: z.ZodType }>

export const events = {
  /** A watched file holds other bytes than before; `hash: null` when it is gone. */
  'file.changed': z.strictObject({ path: z.string(), hash: z.string().nullable() }),
  'app.openFiles': z.strictObject({ paths: z.array(z.string()) }),
  'menu.command': z.strictObject({ id: z.string() }),
  'window.closeRequested': z.strictObject({}),
  /** The host is about to end; whatever is not in the journal yet should be put there now. */
  'app.stopping': z.strictObject({}),
} as const satisfies Record<string, z.ZodType>

export type CallName = keyof typeof calls
export type EventName = keyof typeof events
export type CallIn<N extends CallName> = z.input<(typeof calls)[N]['in']>
export type CallOut<N extends CallName> = z.output<(typeof calls)[N]['out']>
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>
