const chinese = {
  loading: '正在打开…',
  offline: '连不上，请检查网络后刷新',
  missing: '链接不完整，请从对方发来的消息里重新打开',
  sending: '正在提交…',
  sent: '已提交',
  failed: '未提交',
  answered: '答复记录',
  notTaken: '文件没有下载下来，请稍后再试',
} as const

const english: Readonly<Record<keyof typeof chinese, string>> = {
  loading: 'Opening…',
  offline: 'Not connected; check the network and reload',
  missing: 'The link is incomplete; open it again from the message it came in',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent',
  answered: 'Answers',
  notTaken: 'The file was not downloaded; try again later',
}

export const language: 'zh' | 'en' = navigator.language.startsWith('zh') ? 'zh' : 'en'

/** The few words that the page itself says; the rest comes with what the link shows. */
export const say = (word: keyof typeof chinese): string => (language === 'zh' ? chinese : english)[word]
