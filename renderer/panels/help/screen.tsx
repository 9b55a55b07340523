// A screen of the app as a picture, in the theme that is on. The same pictures are what the looks are held against.
import classes from './help.module.css'

const SOURCES: Readonly<Record<string, string>> = import.meta.glob(
  '../../../resources/help/images/screens/*.png',
  { eager: true, query: '?url', import: 'default' },
)

export function Screen({ name, says }: { readonly name: string; readonly says: string }) {
  return (
    <figure className={classes.screen}>
      <img className={classes.inLight} src={sourceOf(name, 'light')} alt={says} loading="lazy" />
      <img className={classes.inDark} src={sourceOf(name, 'dark')} alt={says} loading="lazy" />
      <figcaption>{says}</figcaption>
    </figure>
  )
}

function sourceOf(name: string, theme: 'light' | 'dark'): string | undefined {
  return SOURCES[`../../../resources/help/images/screens/${name}-${theme}.png`]
}
