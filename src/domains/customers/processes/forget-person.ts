import { ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 个人信息匿名化: a person who asks for it is no longer known by name; what was traded with them, and the books, stay as the law asks. */
export const forgetPersonProcess = defineProcess({
  name: 'forgetPerson',
  label: '个人信息匿名化',
  english: 'Make a person anonymous',
  parameters: {
    party: ref(party, { label: '往来单位', help: '个人客户、个人供应商；与职员二选一' }),
    employee: ref(employee, { label: '职员', help: '离职的职员；与往来单位二选一' }),
    reason: text({
      label: '原因',
      required: true,
      maxLength: 200,
      help: '谁在什么时候提出的，例如 本人 3 月 2 日书面申请',
    }),
  },
  help: '名称改为“已匿名 + 编码”，清除联系人、电话、地址、证件和账号，并停用；单据、账和操作日志按法定期限保留。不能恢复',
})
