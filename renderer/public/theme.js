// Runs before the first paint, so that a chosen theme never flashes up as the other one. It only knows what the last
// window remembered; the settings of the host follow a moment later.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('baton.theme')
  } catch {}
  var root = document.documentElement
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()
