// Words of the canvas.
export const canvas = {
  name: 'Canvas',
} as const
