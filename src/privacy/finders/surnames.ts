const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const double =
  '欧阳 司徒 上官 司马 诸葛 皇甫 尉迟 东方 夏侯 令狐 慕容 端木 公孙 长孙 宇文 轩辕 澹台 钟离 独孤 南宫 闻人 太史 呼延 赫连 濮阳 拓跋 完颜'

/** The 300 or so commonest surnames of one character; about 97 in 100 people in China. */
export const surnames: ReadonlySet<string> = new Set(single)
export const doubleSurnames: ReadonlySet<string> = new Set(double.split(' '))

/**
 * Surnames that hardly ever begin another word in the texts of needs: where no cue says that a name comes, only these
 * are taken for one.
 */
export const plainSurnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾肖萧董袁潘蒋蔡杜苏魏吕沈姚卢崔谭汪廖贾韦邹熊秦邱薛闫阎侯陶黎贺郝龚邵覃莫汤樊葛邢庞倪聂翟詹耿阮裴霍骆靳黄周许程',
)

/** Characters of given names that are common there and begin or end few other words. */
export const givenCharacters: ReadonlySet<string> = new Set(
  '建国军华伟芳娜秀英敏静丽强磊洋艳勇杰娟涛超霞刚桂兰玉萍红梅春淑珍琴云莲凤菊彩翠婷雪琳颖倩慧莉燕玲芬梦佳欣怡涵轩浩宇博文俊辉鹏飞斌波峰志德福贵财宝祥瑞林森海江河洪清源泉山石峻岭龙虎彪豪雄毅恒永久坚宏亮光辰晨晓旭阳明星月莹洁冰雅诗琪瑶瑾璇珊珠玥妍姝娇媛妮娥婉庆喜乐康健荣昌盛兴旺发达成功胜利世家振邦定安平和顺义仁礼智信忠孝诚良善贤思远卫东新民爱党立生根宗祖耀添锦金银铁钢锋正克仲季少凡晗梓子美占若紫语嘉可欢悦然亦逸皓哲睿泽霖润沐贞',
)
