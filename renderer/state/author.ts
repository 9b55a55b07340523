// The name that is kept with decisions about findings; set once in the settings, empty until then.
let name = ''

export function authorName(): string {
  return name
}

export function setAuthorName(next: string): void {
  name = next
}
