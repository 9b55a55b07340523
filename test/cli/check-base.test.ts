// baton check --base: a change is judged against what was there before, and nothing that it brings along can stop that.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeDocument } from '../../shared/document/write.ts'
import type { Workflow } from '../../shared/model/workflow.ts'
import { git, repository } from './git-support.ts'
import { baton, COVERED, file, folder, OPEN } from './support.ts'

/** The gate is gone and the tag with it, so that the file alone has no finding. */
const NEUTERED: Workflow = {
  ...OPEN,
  steps: OPEN.steps.map((step) =>
    step.id === 'pay' ? { ...step, consequence: { level: 0 as const } } : step,
  ),
}

function project(workflow: Workflow = COVERED, name = 'flow.handoff'): string {
  return repository(mkdtempSync(path.join(folder, 'project-')), workflow, name)
}

function write(root: string, workflow: Workflow): string {
  const name = path.join(root, 'flow.handoff')
  writeFileSync(name, writeDocument(workflow))
  return name
}

test('a file that is clean by itself fails against the revision that it loosens', async () => {
  const name = write(project(), NEUTERED)
  expect((await baton(['check', name])).code).toBe(0)
  const { code, out } = await baton(['check', name, '--base', 'main'])
  expect(code).toBe(1)
  expect(out).toContain('ungated@pay')
  const json = JSON.parse((await baton(['check', name, '--base', 'HEAD', '--format', 'json'])).out)
  expect(json.files[0].base.reference).toBe('HEAD')
  expect(json.files[0].base.difference.behavioural.newlyUngated).toHaveLength(1)
})

test('an unchanged file is clean against its revision, in a folder below the top as well', async () => {
  const root = project(COVERED, 'flows/deep/flow.handoff')
  const { code } = await baton(['check', path.join(root, 'flows/deep/flow.handoff'), '--base', 'HEAD'])
  expect(code).toBe(0)
})

test('a file may be the base, inside a repository and outside of any', async () => {
  const base = file('base.handoff', COVERED)
  expect((await baton(['check', file('now.handoff', NEUTERED), '--base', base])).code).toBe(1)
  const inside = write(project(), NEUTERED)
  expect((await baton(['check', inside, '--base', path.join(folder, base)])).code).toBe(1)
  expect((await baton(['check', '-', '--base', base], writeDocument(NEUTERED))).code).toBe(1)
})

test('a file that is called like a branch does not take its place', async () => {
  const root = project()
  const name = write(root, NEUTERED)
  file('main', NEUTERED)
  expect((await baton(['check', name, '--base', 'main'])).code).toBe(1)
})

test('a new file has nothing to be compared with, and is judged by itself', async () => {
  const name = path.join(project(), 'new.handoff')
  writeFileSync(name, writeDocument(COVERED))
  const { code, err, out } = await baton(['check', name, '--base', 'main', '--format', 'json'])
  expect(code).toBe(0)
  expect(err).toContain('not in main')
  expect(JSON.parse(out).files[0].base).toEqual({ reference: 'main' })
})

test('outside of a repository, and with a revision that is not there, nothing is judged', async () => {
  const alone = await baton(['check', file('now.handoff', COVERED), '--base', 'trunk'])
  expect([alone.code, alone.out]).toEqual([2, ''])
  expect(alone.err).toContain('in no git repository, and there is no such file')
  const gone = await baton(['check', write(project(), COVERED), '--base', 'v9'])
  expect([gone.code, gone.out]).toEqual([2, ''])
  expect(gone.err).toContain('no such revision, and there is no such file')
})

test.each([
  '--output=pwned',
  '-h',
  '-',
  '',
  'HEAD:flow.handoff',
  ':/first',
  'HEAD; touch pwned',
  '$(touch pwned)',
  '`touch pwned`',
  'HEAD\nHEAD',
  '../../etc/passwd',
  'HEAD^{tree}',
  '--upload-pack=touch pwned',
])('the name %j runs nothing and answers 2', async (reference) => {
  const root = project()
  const { code, out } = await baton(['check', write(root, COVERED), `--base=${reference}`])
  expect([code, out]).toEqual([2, ''])
  for (const at of [root, folder, process.cwd()]) expect(existsSync(path.join(at, 'pwned'))).toBe(false)
})

test('what a repository tells git to run is not run', async () => {
  const root = project()
  const name = write(root, NEUTERED)
  const touch = `touch ${path.join(root, 'pwned')}`
  writeFileSync(path.join(root, '.gitattributes'), '*.handoff diff=evil filter=evil\n')
  git(root, 'config', 'diff.evil.textconv', `${touch}; cat`)
  git(root, 'config', 'filter.evil.smudge', `${touch}; cat`)
  git(root, 'config', 'core.fsmonitor', touch)
  git(root, 'config', 'core.pager', touch)
  expect((await baton(['check', name, '--base', 'HEAD'])).code).toBe(1)
  expect(existsSync(path.join(root, 'pwned'))).toBe(false)
  // The same settings do run where git is asked carelessly: the test would see it.
  git(root, 'show', '--textconv', 'HEAD:flow.handoff')
  expect(existsSync(path.join(root, 'pwned'))).toBe(true)
})

test('a folder that only looks like a repository is none', async () => {
  const root = mkdtempSync(path.join(folder, 'bare-'))
  git(root, 'init', '--quiet', '--bare', '.')
  mkdirSync(path.join(root, 'x'))
  const { code } = await baton(['check', write(root, COVERED), '--base', 'HEAD'])
  expect(code).toBe(2)
})

test('a base that cannot be read is named', async () => {
  const root = project()
  writeFileSync(path.join(root, 'flow.handoff'), '{ "format": "handoff", "version": 1, "steps": 1 }')
  git(root, 'commit', '--quiet', '-am', 'broken')
  const { code, err } = await baton(['check', write(root, COVERED), '--base', 'HEAD'])
  expect(code).toBe(2)
  expect(err).toContain('HEAD:')
})
