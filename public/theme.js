// Sets the reader's chosen theme before the first paint. A file of its own, since no script may stand in the page.
try {
  const theme = localStorage.getItem('stillhouse.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme stays.
}
