import { expect, test } from 'vitest'
import { isSigned, newSecret, signatureOf } from './signature.ts'

test('a message is signed as the specification’s own example is', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const body = '{"test": 2432232314}'
  const signature = signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)
  expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  expect(isSigned(`v1,other ${signature}`, secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(true)
  expect(isSigned(signature, secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_331, body)).toBe(false)
  expect(isSigned(signature, newSecret(), 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(false)
})
