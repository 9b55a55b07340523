// Every command that has a key, by group, from the one table of commands.
import { GROUPS } from '../../commands/app-command.ts'
import { COMMANDS } from '../../commands/index.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { words } from '../../words/words.ts'
import { DialogFrame } from './dialog-frame.tsx'
import classes from './shortcuts.module.css'

export function ShortcutsDialog() {
  return (
    <DialogFrame title={words.search.shortcuts} width={760}>
      <p className={classes.hint}>{words.search.shortcutsHint}</p>
      <div className={classes.columns}>
        {GROUPS.map((group) => {
          const commands = COMMANDS.filter((command) => command.group === group && command.keys.length > 0)
          if (commands.length === 0) return null
          return (
            <section key={group} className={classes.group}>
              <h3 className={classes.title}>{words.search.groups[group]}</h3>
              <dl className={classes.list}>
                {commands.map((command) => (
                  <div key={command.id} className={classes.row}>
                    <dt>{command.label}</dt>
                    <dd className={classes.keys}>
                      {command.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </DialogFrame>
  )
}
