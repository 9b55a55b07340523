// A key or a combination of keys, as the shortcut sheet and the menus show it.
import classes from './Kbd.module.css'
import { shownKeys } from './keys.ts'

/** Shows `Mod+Shift+Z` as the keys of this machine's keyboard. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys}>
      {shownKeys(keys).map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
