/**
 * Passwords of eight characters and more that stand again and again in published collections of leaked ones, in small letters.
 * They are kept with the product, so that a new password is compared without anything leaving the house.
 */
export const breachedPasswords: ReadonlySet<string> = new Set(
  `
  !@#$%^&* !qaz2wsx !qaz@wsx 00000000a 0123456789 09876543 0987654321 11111111 1111111a 11223344 1122334455 112233445566
  12121212 123!@#qwe 123123123 1231231234 123321123 12341234 12344321 123454321 1234554321 1234567890a 123456789a 123456789q
  12345678a 12345678q 1234567a 123456aa 123456ab 123456abc 123456as 123456asd 123456qq 123456qwe 123456zxc 12345qwert 1234qwer
  123abc456 123qwe123 123qweasd 123qweasdzxc 13141314 13145200 1314520520 135792468 1357924680 13579246810 147258369 147852369
  159357258 159753456 168168168 16888888 18888888 1a2b3c4d 1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz2wsx3edc 1qaz@wsx
  1qazxsw2 1z2x3c4v 201314520 258369147 2wsx3edc 369258147 3edc4rfv 4rfv5tgb 518518518 52013140 5201314521 5201314a 520520520
  521521521 584131421 584520584 5tgb6yhn 66668888 741852963 77585210 7758521520 77588521 789456123 789456123a 88886666
  888888888 88888888a 963852741 98765432 987654321 9876543210 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 a1s2d3f4
  a1s2d3f4g5 a5201314 a7758521 aa112233 aa123123 aa12345678 aa123456789 aa@123456 aaa111111 aaa123456 aaaa1111 aabbcc123
  aabbccdd abab1212 abc12345 abc123456 abc123456789 abc168168 abc88888 abc@1234 abc@123456 abcabc123 abcd1234 abcd12345
  abcdef123 account1 accounts1 admin#123 admin123!@# admin1234 admin12345 admin123456 admin@123 admin@1234 admin@123456
  adobe123 aini1314 aini520520 aiqing520 alexander alexandra alibaba1 alibaba123 america1 apple123 arsenal1 asas1212 asd12345
  asd123456 asdf1234 asdf12345 asdfasdf asdfghjkl1 asdzxc123 asshole1 australia autumn2024 azerty123 azertyuiop babygirl
  babygirl1 baidu123 bailey12 baobao123 baobei520 barcelona baseball1 basketball batman123 beijing2008 benjamin blessed1
  blessing buster12 butterfly butterfly1 caiwu123 caiwu888 california caonima1 caonima123 changeme1 changeme123 charlie1
  chelsea1 china123 china2008 chocolate christian christopher company1 company123 company@123 computer cookie12 cookie123
  corvette counterstrike dandan123 danielle december1 default1 diamond1 dragon12 dragon123 dragonball dropbox1 dvorak123
  elizabeth facebook1 faithful fdsa1234 feifei123 ferrari1 finance1 finance123 flower123 flowers1 football1 forever1 forever21
  fortune8 freedom1 freedom12 fuckyou1 fuckyou2 ginger12 godisgood good1234 goodluck google123 guangzhou guest123 hangzhou1
  harley12 heaven123 hello123 hello1234 hello12345 hellokitty helloworld hockey12 huawei123 huawei@123 iloveyou1 iloveyou2
  iloveyou520 internet iphone12 january1 jennifer jesus123 jesuschrist jindie123 jonathan jordan23 juventus killer123
  kingdee123 kuaiji123 kuaiji888 l123456789 laogong520 laopo520 leagueoflegends lenovo123 letmein1 letmein123 lingling
  linkedin1 lisi1234 liuyang1 liverpool lkjhgfdsa london12 lovelove lovely123 lucky123 lucky168 lucky888 m123456789 macromedia
  maggie12 manager1 manchester master12 master123 maverick mercedes michael1 mickey123 microsoft midnight mima1234 mima123456
  mimamima minecraft minecraft1 mnbvcxz1 mnbvcxz123 monday12 money888 monkey12 monkey123 msn12345 mustang1 myspace1 mysql123
  naruto123 newyork1 nicholas nihao123 nihaoma123 nimabi123 ninja123 october1 office123 onepiece1 oracle123 orange12 p@55w0rd
  p@ssw0rd1 p@ssw0rd123 p@ssword1 pa$$w0rd pa$$word paris123 pass1234 pass@123 pass@word1 passpass passw0rd1 password01
  password1 password12 password123 passwort pepper12 photoshop poiuy098 poiuytrewq pokemon1 porsche1 princess1 purple12
  q1234567 q12345678 q123456789 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qaz123456 qazqazqaz qazwsx123 qazwsxedcrfv qq123456
  qq12345678 qq123456789 qq5201314 qqqq1111 qwe!@#123 qwe12345 qwe123456 qweasd123 qweasdzxc qweqweqwe qwer1234 qwer12345
  qwerasdf qwert123 qwert12345 qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyui1 qwertyuiop1 rainbow1 rainbow12 realmadrid
  rich8888 rockstar1 root1234 root123456 root@123 runescape1 s123456789 samantha samsung1 samsung123 scorpion secret12
  secret123 server123 server2008 shadow12 shadow123 shanghai1 shanghai123 shenzhen1 silver12 snoopy12 soccer12 soccer123
  spiderman spring2024 sql12345 starwars stephanie summer2020 summer2023 sunshine1 superman1 superstar sweetheart sweetie1
  system123 taobao123 tencent123 test1234 test12345 test@123 testtest tiantian tigger12 tinkerbell trustno1 twitter1 ufida123
  user1234 veronica victoria w12345678 w123456789 wangwei1 wangwu123 warcraft1 wechat123 weixin123 welcome1 welcome123
  welcome@123 whatever1 windows10 windows7 winter2023 wo5201314 woaini123 woaini1314 woaini5201314 woaini521 woaiwo123
  woaiwojia woaizhongguo wodemima1 worldofwarcraft woshini123 woshishui wsxedc123 wsxwsxwsx x123456789 xiaohong xiaomi123
  xiaoming1 xiaoxiao yamaha123 yangyang yellow12 yongyou123 yonyou123 youtube1 z12345678 z123456789 z1x2c3v4 zaq12wsx zaq1zaq1
  zaqxswcde zhangsan zhangsan1 zhangwei1 zhongguo zxc12345 zxc123456 zxcvbnm1 zxcvbnm123 zzzz1111
`.split(/\s+/),
)
