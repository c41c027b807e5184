const tones = { right: [1320, 0.09], again: [660, 0.22], wrong: [220, 0.4] } as const
const shakes: Readonly<Record<keyof typeof tones, number | number[]>> = { right: 30, again: [60, 60, 60], wrong: 300 }

let context: AudioContext | undefined

/** 正确 重复 错误 by tone and shake: who scans looks at the goods and not at the screen. */
export function tellScan(verdict: keyof typeof tones): void {
  try {
    context ??= new AudioContext()
    const [pitch, seconds] = tones[verdict]
    const tone = context.createOscillator()
    const loudness = context.createGain()
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0.2, context.currentTime)
    loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds)
    tone.connect(loudness).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + seconds)
    if ('vibrate' in navigator) navigator.vibrate(shakes[verdict])
  } catch {
    // A device without sound scans silently.
  }
}
