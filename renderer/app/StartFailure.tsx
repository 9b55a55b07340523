// What the window shows when it cannot reach its host: what happened and what to do.
import { words } from '../words/words.ts'
import classes from './StartFailure.module.css'

export function StartFailure({ message }: { readonly message: string }) {
  return (
    <main className={classes.failure} role="alert">
      <h1>{words.app.cannotStart}</h1>
      <p>{message}</p>
    </main>
  )
}
