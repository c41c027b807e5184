/** A kind of notice, as people choose it: the first part of its key. */
export interface NoticeKind {
  readonly name: string
  readonly label: string
  readonly english: string
}

/** What the machine itself has to tell. */
export const ownNoticeKinds: readonly NoticeKind[] = [
  { name: 'approval', label: '审批', english: 'Approvals' },
  { name: 'backupFailed', label: '备份失败', english: 'Backups that failed' },
  { name: 'jobFailed', label: '定时任务失败', english: 'Scheduled work that failed' },
  { name: 'signIn', label: '登录提醒', english: 'Sign-ins' },
]
