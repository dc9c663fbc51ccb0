import type { ArticleData } from '../article.js';

/** 售后服务准则: attitude, courtesy, words, and customers who complain. */
export const serviceStandards = [
  {
    id: 'N1',
    number: '第一条',
    title: { zh: '目的', en: 'Purpose' },
    text: {
      zh: '目的\n本准则旨在以一流的服务态度,超值的服务质量,宣传企业文化,树立公司形象,规范售后服务人员的行为。',
      en: 'Purpose\nThese standards are meant to make the company’s culture known and build its image through first-rate attitude and service worth more than its price, and to regulate the conduct of after-sales staff.',
    },
    kind: 'guidance',
    reason: {
      zh: '说明制定准则的目的，不含可检查的行为。',
      en: 'It states why the standards exist; there is no act to check.',
    },
  },
  {
    id: 'N2',
    number: '第二条',
    title: { zh: '感激之情', en: 'Gratitude' },
    text: {
      zh: '以感激之情接触客户\n不论遇到何种客户,都应该心怀感激之情,才能使自己工作得愉快。',
      en: 'Meet customers with gratitude\nWhatever customer one meets, one should feel gratitude; only so does work become a pleasure.',
    },
    kind: 'guidance',
    reason: {
      zh: '内心感受，系统无从记录。',
      en: 'A feeling; nothing that happened could be recorded of it.',
    },
  },
  {
    id: 'N3',
    number: '第三条',
    title: { zh: '微笑服务', en: 'Serving with a smile' },
    text: {
      zh: '以微笑服务温暖客户\n以温和、亲切的微笑来招呼客户,给客户一个好的印象。',
      en: 'Warm customers by serving with a smile\nGreet customers with a gentle, kindly smile and give them a good impression.',
    },
    kind: 'guidance',
    reason: {
      zh: '神态，系统无从判断；问候本身由V8检查。',
      en: 'A bearing that no program can judge; the greeting itself is checked under V8.',
    },
  },
  {
    id: 'N4',
    number: '第四条',
    title: { zh: '愉快的交流', en: 'Pleasant conversation' },
    text: {
      zh: '在愉快的氛围中与客户交流\n1.与客户接触,应避免过多谈论与工作无关的事,或开过分的玩笑。\n2.积极主动向客户介绍商品知识、商品维护知识、商品退换方法等售后服务内容。\n3.也可亲切愉快和对方交谈其他话题,但切忌乱扯,妨碍正常的工作。',
      en: 'Talk with customers in a pleasant atmosphere\n1. With customers, avoid talking too much of what has nothing to do with the work, and jokes that go too far.\n2. Readily tell customers about the goods, their upkeep, how to return or exchange them, and the rest of after-sales service.\n3. Other topics may also be talked of in a kindly and pleasant way, but never ramble on so that the work suffers.',
    },
    kind: 'guidance',
    reason: {
      zh: '谈话的分寸，系统无从判断；随意评论由V10记录。',
      en: 'Measure in conversation, which no program can judge; remarks passed at will are recorded under V10.',
    },
  },
  {
    id: 'N5',
    number: '第五条',
    title: { zh: '礼貌语言', en: 'Courteous language' },
    text: {
      zh: '售后维修服务人员必须使用礼貌语言,做到态度从容、言词委婉、语气柔和。',
      en: 'Repair staff must use courteous language: composed in manner, tactful in words, gentle in tone.',
    },
    kind: 'guidance',
    reason: {
      zh: '语气与态度，系统无从判断。',
      en: 'Tone and manner, which no program can judge.',
    },
  },
  {
    id: 'N6',
    number: '第六条',
    title: { zh: '尊称与声调', en: 'Respectful address' },
    text: {
      zh: '说话要用尊称,声调要平稳。\n1.对所有客户交谈时,都应用“您”等尊称,言词上要加“请”字。\n2.对客户的要求如无法满足,应用“对不起”等抱歉话。\n3.说话声调要平稳、和蔼,让人感到热情。',
      en: 'Use respectful forms of address and an even tone.\n1. With every customer use “您” and the like, and add “please” (请).\n2. If a customer’s request cannot be met, say “I am sorry” (对不起) or the like.\n3. Speak in an even, kindly tone that lets people feel warmth.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'N7',
    number: '第七条',
    title: { zh: '语言艺术', en: 'The art of speech' },
    text: {
      zh: '语言要讲究语言艺术,说话力求语意完整,合乎语法。',
      en: 'Mind the art of speech: aim at complete meaning and correct grammar.',
    },
    kind: 'guidance',
    reason: {
      zh: '口头表达，系统无从判断。',
      en: 'Spoken expression, which no program can judge.',
    },
  },
  {
    id: 'N8',
    number: '第八条',
    title: { zh: '彬彬有礼', en: 'Politeness' },
    text: {
      zh: '与客户交谈时,要彬彬有礼、简练、明确、委婉、热情,不要生硬、冰冷、含糊其词。',
      en: 'With customers be polite, concise, definite, tactful and warm; not stiff, cold or vague.',
    },
    kind: 'guidance',
    reason: {
      zh: '口头表达，系统无从判断。',
      en: 'Spoken expression, which no program can judge.',
    },
  },
  {
    id: 'N9',
    number: '第九条',
    title: { zh: '表情与动作', en: 'Expression and gesture' },
    text: {
      zh: '售后服务人员不仅要用语言,还要用表情、动作配合。',
      en: 'After-sales staff use not only words but also expression and gesture to go with them.',
    },
    kind: 'guidance',
    reason: {
      zh: '表情与动作，系统无从判断。',
      en: 'Expression and gesture, which no program can judge.',
    },
  },
  {
    id: 'N10',
    number: '第十条',
    title: { zh: '称呼用语', en: 'Salutations' },
    text: {
      zh: '称呼用语\n1.对男客户可称“先生”,最好称为“**先生”。\n2.对女客户可称“小姐”、“女士”等。\n3.对老板可称“**老板”、“**经理”等。',
      en: 'Salutations\n1. A man may be called “先生” (Sir), best with his name: “Mr …”.\n2. A woman may be called “小姐” (Miss), “女士” (Madam) and so on.\n3. The owner of a business may be called “… 老板” (Boss …), “… 经理” (Manager …) and so on.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'N11',
    number: '第十一条',
    title: { zh: '问候用语', en: 'Words of greeting' },
    text: {
      zh: '问候用语。见到客户都要分别用时间主动问候“您好”、“早上好”、“下午好”;客户离去要说“您慢走”等',
      en: 'Words of greeting. On meeting customers be the first to greet them, by the time of day: “hello”, “good morning”, “good afternoon”; when a customer leaves say “take care on your way” or the like.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'N12',
    number: '第十二条',
    title: { zh: '询问必要事项', en: 'What to ask the customer' },
    text: {
      zh: '向客户询问的各种必要程序\n1.签订协约,确定送货地点,客户付款方式。\n2.“对不起,请您在这儿填写姓名、住址及电话号码。”\n3.“您能告知您地址所在附近的明显建筑物或标志,这样可以要我们的维修人员能准确到达。”\n4.“谢谢您的惠顾,麻烦您在这儿签名。”',
      en: 'What has to be asked of the customer\n1. Conclude the agreement; settle the place of delivery and the customer’s way of payment.\n2. “Excuse me, please fill in your name, address and telephone number here.”\n3. “Could you tell us of a conspicuous building or sign near your address, so that our repair staff can find it exactly.”\n4. “Thank you for your custom; may I trouble you to sign here.”',
    },
    kind: 'rule',
  },
  {
    id: 'N13',
    number: '第十三条',
    title: { zh: '对待有抱怨的客户', en: 'Customers who complain' },
    text: {
      zh: '对待有抱怨的客户\n当客户对工作人员抱怨时,要聆听抱怨的内容记录下来,并郑重地向客户道歉。',
      en: 'Treating customers who complain\nWhen a customer complains to staff, listen to what is said, write it down, and apologise to the customer earnestly.',
    },
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
