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
  { name: 'figureAlert', label: '指标预警', english: 'Figures beyond a threshold' },
  { name: 'jobFailed', label: '定时任务失败', english: 'Scheduled work that failed' },
  { name: 'mention', label: '评论中提到我', english: 'Mentions of me' },
  { name: 'signIn', label: '登录提醒', english: 'Sign-ins' },
  { name: 'task', label: '交给我的待办', english: 'Tasks given to me' },
  { name: 'taskDone', label: '我交办的事有了结果', english: 'Tasks I gave that are done' },
  { name: 'taskDue', label: '待办到期', english: 'Tasks that are due' },
]
