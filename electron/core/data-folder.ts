// Where this user's library lives: recent files, settings, unsaved work.
import path from 'node:path'

export interface Surroundings {
  readonly platform: string
  readonly home: string
  readonly variables: Readonly<Record<string, string | undefined>>
}

/** `BATON_DATA` if set, else the place the operating system means for it. Both hosts use the same. */
export function dataFolder({ platform, home, variables }: Surroundings): string {
  const own = variables['BATON_DATA']
  if (own !== undefined && own !== '') return path.resolve(own)
  return path.join(baseFolder(platform, home, variables), 'Baton')
}

function baseFolder(platform: string, home: string, variables: Surroundings['variables']): string {
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support')
  if (platform === 'win32') return variables['APPDATA'] ?? path.join(home, 'AppData', 'Roaming')
  const xdg = variables['XDG_DATA_HOME']
  // The XDG rules say that a relative path is to be ignored.
  return xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share')
}
