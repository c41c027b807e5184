/** Words of the phone, of talk between people, of tasks and of what is sent by itself. */
export const platformWords = {
  'shell.update': '新版本已就绪',
  'shell.updateNow': '立即更新',
  'me.install': '安装到本机',
  'me.installAbout': '装到手机桌面，像应用一样打开；数据只留在服务器上。',
} as const
