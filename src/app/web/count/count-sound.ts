import { currentLanguage, t } from '../../../ui/language.ts'
import type { Verdict } from './count-state.ts'

const tones: Readonly<Record<Verdict, readonly [number, number]>> = {
  right: [1320, 0.09],
  over: [660, 0.22],
  wrong: [220, 0.4],
}
const shakes: Readonly<Record<Verdict, number | number[]>> = { right: 30, over: [60, 60, 60], wrong: 300 }

let context: AudioContext | undefined

function beep(verdict: Verdict): void {
  context ??= new AudioContext()
  const [pitch, seconds] = tones[verdict]
  const tone = context.createOscillator()
  const loudness = context.createGain()
  tone.frequency.value = pitch
  tone.type = verdict === 'wrong' ? 'square' : 'sine'
  loudness.gain.setValueAtTime(0.2, context.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds)
  tone.connect(loudness).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + seconds)
}

function speak(verdict: Verdict): void {
  if (!('speechSynthesis' in globalThis)) return
  const words = new SpeechSynthesisUtterance(t(`count.say.${verdict}`))
  words.lang = currentLanguage()
  words.rate = 1.4
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

/** 正确 错误 超出, by tone, shake and, if wanted, voice: who counts looks at the shelf and not at the screen. */
export function tellVerdict(verdict: Verdict, withVoice: boolean): void {
  try {
    beep(verdict)
    if ('vibrate' in navigator) navigator.vibrate(shakes[verdict])
    if (withVoice) speak(verdict)
  } catch {
    // A device without sound counts silently.
  }
}
