// Keeps the program of the screens on the device, so that it opens at once and over a weak line: the first screen's files when it
// is installed, a page's files once it was opened. It keeps files of one version and nothing else: what the server knows of a
// company never lies in its store. The build puts the files and their version in the place of the two names in capitals.
/* global FILES */
const store = 'suanpan-shell-VERSION'

addEventListener('install', (event) => {
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(FILES)))
})

addEventListener('activate', (event) => {
  const dropOthers = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('suanpan-shell-') && name !== store) await caches.delete(name)
    await clients.claim()
  }
  event.waitUntil(dropOthers())
})

// A new version waits until whoever works says so: nothing changes under a half-written document.
addEventListener('message', (event) => {
  if (event.data === 'take over') void skipWaiting()
})

/** A page of the program: the newest from the server, and without a line the one that is kept. */
const page = async (request) => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match('/', { cacheName: store })
    if (kept === undefined) throw error
    return kept
  }
}

/** Files with their hash in the name never change. */
const file = async (request) => {
  const cache = await caches.open(store)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const answered = await fetch(request)
  if (answered.ok) await cache.put(request, answered.clone())
  return answered
}

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/api/') || pathname === '/link') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})
