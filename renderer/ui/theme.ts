// Mantine's parts in our sizes: dense, quiet, with focus that can always be seen. Colours are in mantine.css.
import { createTheme, defaultVariantColorsResolver } from '@mantine/core'
import inputs from './inputs.module.css'

export const theme = createTheme({
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  // White on the light accent of the dark theme cannot be read; the ink belongs to the accent and not to the button.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--accent-ink)' } : colors
  },
  defaultRadius: 'md',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Button: { defaultProps: { size: 'compact-sm', variant: 'default' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    // The scroll lock of a modal is a <style> tag, which the content security policy forbids; the page never scrolls.
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 90 } } },
    InputWrapper: {
      classNames: { label: inputs.label!, description: inputs.description!, error: inputs.error! },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 60 },
        withinPortal: true,
        // The placeholder is a child that a menu may not have; the keyboard begins at the first entry.
        withInitialFocusPlaceholder: false,
      },
    },
    NumberInput: { defaultProps: { size: 'xs' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 60 } } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    Switch: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs', autosize: false } },
    TextInput: { defaultProps: { size: 'xs' } },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        fz: 12,
        transitionProps: { duration: 60 },
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
})
