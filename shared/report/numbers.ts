// Numbers as people read them: short, and never "0" for something that is not nothing.

/** At most one decimal, and never "0" for something that is not nothing. */
export function formatNumber(value: number): string {
  if (value === 0) return '0'
  if (Math.abs(value) < 0.05) return value < 0 ? '> −0.1' : '< 0.1'
  return grouped(value.toFixed(1))
}

/** A share between 0 and 1 as a percentage without its sign: whole above ten percent, one decimal below. */
export function formatPercent(share: number): string {
  const value = share * 100
  if (value !== 0 && value < 0.1) return '< 0.1'
  return value < 10 ? shortNumber(value) : grouped(value.toFixed(0))
}

/** At most one decimal, and none where it would be a zero: `4`, `0.5`. */
export function shortNumber(value: number): string {
  return grouped(value.toFixed(1).replace(/\.0$/, ''))
}

function grouped(digits: string): string {
  const [whole, ...decimals] = digits.split('.')
  return [whole!.replace(/\B(?=(?:\d{3})+$)/g, ','), ...decimals].join('.').replace('-', '−')
}
