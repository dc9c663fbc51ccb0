import type { ArticleData } from '../article.js';

/** 售后上门服务制度: the service itself and the farewell (chapter 3 from V13, and chapter 4). */
export const serviceAndFarewell = [
  {
    id: 'V13',
    number: '第十三条',
    title: { zh: '检查部件与人为破坏', en: 'Inspecting integrity' },
    text: {
      zh: '在提供服务前应确认产品内部部件是否齐全,是否有人为破坏痕迹,若有不符,应立即在售后服务单上注明,并请客户确认签字。',
      en: 'Before the service, make sure whether the product’s inner parts are complete and whether there are signs of tampering; if something does not agree, note it on the service order at once and ask the customer to confirm it with a signature.',
    },
    kind: 'rule',
  },
  {
    id: 'V14',
    number: '第十四条',
    title: { zh: '解释与建议', en: 'Explanation and advice' },
    text: {
      zh: '服务过程中主动向客户解释出现异议原因,同时给客户提出必要的建议和指导,耐心解答客户的问题,选择与本公司有关的话题与客户交谈。',
      en: 'During the service, explain to the customer unasked what caused the objection, give necessary advice and guidance, answer the customer’s questions patiently, and choose topics that concern the company for conversation.',
    },
    kind: 'rule',
  },
  {
    id: 'V15',
    number: '第十五条',
    title: { zh: '答复与保密', en: 'Answers and confidentiality' },
    text: {
      zh: '对客户提出的问题,属于公司公开的范围,应给予正面答复,语言清晰简练、肯定。对于属公司保密的范围,应委婉告之。',
      en: 'A question of the customer’s that lies within what the company makes public is answered directly, in clear, concise and definite words. Where it lies within what the company keeps confidential, the customer is told so tactfully.',
    },
    corrections: [{ printed: '保密和范围', read: '保密的范围' }],
    kind: 'rule',
  },
  {
    id: 'V16',
    number: '第十六条',
    title: { zh: '少用专业术语', en: 'Plain words' },
    text: {
      zh: '根据与客户的交谈了解客户的心理和客户对产品使用的熟悉程度,不同客户应用不同的方式与之交流,尤其对于不了解该产品的客户尽量少用专业术语。',
      en: 'Learn from the conversation what the customer has in mind and how well they know the product’s use, and speak with different customers in different ways; with customers who do not know the product in particular, use as few technical terms as possible.',
    },
    kind: 'rule',
  },
  {
    id: 'V17',
    number: '第十七条',
    title: { zh: '非本公司原因与收费', en: 'External cause and charge' },
    text: {
      zh: '如果发现不属于本公司产生的异议,应向客户说明,同时在售后服务单上注明,并请客户签字认可。并向客户强调这次服务是要收费的。',
      en: 'If the objection turns out not to be of the company’s making, explain this to the customer, note it on the service order and ask the customer to accept it with a signature. Stress to the customer that this service is chargeable.',
    },
    kind: 'rule',
  },
  {
    id: 'V18',
    number: '第十八条',
    title: { zh: '带回产品', en: 'Taking the product in' },
    text: {
      zh: '若不能及时处理,可与客户协商将产品带回。',
      en: 'If it cannot be dealt with in time, it may be agreed with the customer to take the product back to the centre.',
    },
    kind: 'rule',
  },
  {
    id: 'V19',
    number: '第十九条',
    title: { zh: '不打扰休息与用餐', en: 'Rest and meal hours' },
    text: {
      zh: '尽量避免在客户休息或用餐时间上门,如一时无法处理完问题,可以将服务工作中断,暂时致歉回避,问清楚客户工作时间,然后在工作时间再继续服务,不能因服务而打扰客户休息及用餐。',
      en: 'Avoid visiting in the customer’s rest or meal hours as far as possible. If the problem cannot be finished for the moment, the work may be suspended: apologise and withdraw for the time being, ask for the customer’s working hours, and go on within them. Service must not disturb the customer’s rest and meals.',
    },
    kind: 'rule',
  },
  {
    id: 'V20',
    number: '第二十条',
    title: { zh: '轻拿轻放', en: 'Handling with care' },
    text: {
      zh: '维修时注意轻拿轻放,摆放物品要有序,维修动作干净利落,不要丢三落四,经常将物品碰翻、碰掉。',
      en: 'While repairing, handle things gently, lay them out in order, and work neatly and deftly; do not mislay things or keep knocking them over or down.',
    },
    kind: 'rule',
  },
  {
    id: 'V21',
    number: '第二十一条',
    title: { zh: '带走垃圾', en: 'Taking the rubbish along' },
    text: {
      zh: '将维修服务产生的垃圾随身带走,丢弃在垃圾桶中。',
      en: 'Take along the waste that the repair produced and dispose of it in a bin.',
    },
    kind: 'rule',
  },
  {
    id: 'V22',
    number: '第二十二条',
    title: { zh: '服务记录与签字', en: 'Signed service record' },
    text: {
      zh: '按要求认真填写服务记录单据并请客户填写相应内容及签字盖章。\n若无问题,请客户在维修单上签字,并请客户对公司的服务提宝贵的意见和建议。',
      en: 'Fill in the service record carefully as required, and ask the customer to fill in their part and to sign or stamp it.\nIf there is no problem, ask the customer to sign the repair order and to give their valued comments and suggestions on the company’s service.',
    },
    kind: 'rule',
  },
  {
    id: 'V23',
    number: '第二十三条',
    title: { zh: '收费凭证', en: 'Receipt' },
    text: {
      zh: '如果向不符合上门或保修条件的客户收取费用,必须给客户开具收费凭证。',
      en: 'Where a customer who does not meet the conditions for a visit or for warranty is charged, a receipt must be issued to the customer.',
    },
    kind: 'rule',
  },
  {
    id: 'V24',
    number: '第二十四条',
    title: { zh: '给予单据', en: 'Customer copy' },
    text: {
      zh: '给予单据。\n将维修单的客户留存联交给客户留存。',
      en: 'Giving the paper.\nHand the customer copy of the repair order to the customer to keep.',
    },
    kind: 'rule',
  },
  {
    id: 'V25',
    number: '第二十五条',
    title: { zh: '给予名片', en: 'Leaving a card' },
    text: {
      zh: '给予名片\n临走前应留下名片,若再次出现异议可以与公司的相关部门联系。',
      en: 'Giving a card\nLeave a card before going, so that the department concerned can be reached if the objection comes up again.',
    },
    kind: 'rule',
  },
  {
    id: 'V26',
    number: '第二十六条',
    title: { zh: '给予温情', en: 'Warm farewell' },
    text: {
      zh: '给予温情\n离开客户处时除了与客户本人告别外,还需要向有关负责人打招呼,询问是否还有其他问题,当得到客户的满意允许后,方可离开客户处。',
      en: 'Giving warmth\nOn leaving, say farewell not only to the customer in person but also greet the persons responsible and ask whether there is anything else; only when the customer is content and agrees may the customer’s place be left.',
    },
    kind: 'rule',
  },
  {
    id: 'V27',
    number: '第二十七条',
    title: { zh: '致歉', en: 'Apology' },
    text: {
      zh: '由于公司的产品故障造成客户不便,应向客户致歉。',
      en: 'Where a fault of the company’s product has caused the customer inconvenience, apologise to the customer.',
    },
    corrections: [{ printed: '造给客户', read: '造成客户' }],
    kind: 'rule',
  },
] as const satisfies readonly ArticleData[];
