import type { ArticleData } from '../article.js';

/** 大厦弱电系统工程的培训及售后服务: training, service levels, emergencies. */
export const lowVoltageSystems = [
  {
    id: 'B1',
    number: '1',
    title: { zh: '用户培训', en: 'Training of users' },
    text: { zh: '用户培训', en: 'Training of users' },
    kind: 'guidance',
    reason: {
      zh: '标题；内容见B1.1至B1.4。',
      en: 'A heading; what it asks stands in B1.1 to B1.4.',
    },
  },
  {
    id: 'B1.1',
    number: '1.1',
    title: { zh: '对受训人员的要求', en: 'Requirements for trainees' },
    text: {
      zh: '对受训人员的要求\n接受培训的人员必须具备一定文化素质,具有一定专业技术知识和英语水平的工程技术人员。建议对一些关键系统或部位应有两人或两人以上负责。',
      en: 'Requirements for trainees\nThose who are trained must have a certain education and be engineering staff with a certain technical knowledge and level of English. It is advised that two or more persons be responsible for certain key systems or places.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'B1.2',
    number: '1.2',
    title: { zh: '培训目的', en: 'Purpose of training' },
    text: {
      zh: '培训目的\n使业主能对整个系统全面了解,熟悉日常维护工作,有能力处理一般性问题,并消除系统因使用或操作不当而引起的故障,减少突发故障的发生。',
      en: 'Purpose of training\nTo let the owner understand the whole system, be familiar with daily upkeep, be able to deal with ordinary problems, do away with faults that come of improper use or operation, and have fewer sudden faults.',
    },
    kind: 'guidance',
    reason: {
      zh: '说明培训的目的，不含可检查的行为。',
      en: 'It states what training is for; there is no act to check.',
    },
  },
  {
    id: 'B1.3',
    number: '1.3',
    title: { zh: '培训内容', en: 'Contents of training' },
    text: {
      zh: '培训内容\n培训内容可分为面向操作人员和面向管理人员两类。前者注重实际操作,后者偏重系统整体结构、功能和管理等。\nl 面向操作人员的培训内容主要包括:\n* 各子系统的理论基础原理结构;\n* 主要设备、器件的作用安装位置;\n* 维护规程及简单故障判定排除。\n* 竣工图的查阅和修改。\nl 面向管理人员的培训内容主要包括:\n* 系统总体结构及各子系统相互间的关系;\n* 系统重要参数的设定和修改;\n* 竣工图的查阅;',
      en: 'Contents of training\nThe contents are of two kinds, for operators and for managers. The former stress practical operation, the latter the system’s overall structure, functions and management.\n• For operators mainly:\n* the theory, principles and structure of each subsystem;\n* what the main equipment and components do and where they are installed;\n* maintenance procedures, and telling and removing simple faults;\n* consulting and changing the as-built drawings.\n• For managers mainly:\n* the overall structure of the system and how its subsystems relate;\n* setting and changing the system’s important parameters;\n* consulting the as-built drawings.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'B1.4',
    number: '1.4',
    title: { zh: '培训过程的组织管理', en: 'Organising the training' },
    text: {
      zh: '培训过程的组织管理\n* 制定各子系统的培训内容和计划;\n* 对培训内容和计划进行审查、确认;\n* 根据业主的要求,在实施过程中进行必要的调整。',
      en: 'Organising the training\n* draw up contents and plan of training for each subsystem;\n* review and confirm contents and plan;\n* adjust where necessary in the course of it, as the owner asks.',
    },
    kind: 'later',
    broughtBy: ['customers to department'],
  },
  {
    id: 'B2',
    number: '2',
    title: { zh: '工程售后服务方案', en: 'After-sales service of installations' },
    text: {
      zh: '工程售后服务方案\n作为工程承包单位,我公司将严格遵循标书及合同的规定,向业主提供系统最终验收合格之日起二年的保修期内的责任和义务。在保修期之后,考虑到设备维护的连续性,建议业主与我公司签订维护合同,以确保该系统的正常运行所必须的技术支持和管理支持。\n保修期内或保修期后的服务项目将包括:\nl 服务响应\n服务响应时间为2小时,\n我公司提供热线服务,在接到报修电话后2小时内到现场提供服务,一般线路故障在4小时内排除。\nl 保修期限\n系统保修期为二年;\nl 定期维护保养\n我公司将根据系统特点及经验提出建议与业主协商,对部份关键设备进行定期上门维护保养。\nl 现场排除故障或技术指导\n应业主要求,我公司负责派遣专业工程技术人员及时前往现场解决用户的各种问题。\n保修期结束后,实行终身维修服务,设备如有损坏,将收取更换的零配件成本和少量的人工费。\n如果业主的系统操作人员有所变动,我公司负责进行培训。\n我公司将优先保证用户的备件供应,并可负责为用户安装更换。',
      en: 'After-sales service of installations\nAs contractor, our company strictly follows the tender and the contract and bears towards the owner the responsibilities and duties of a warranty of two years from the day on which the system passes final acceptance. After the warranty, for continuity of maintenance, the owner is advised to conclude a maintenance contract with us, to secure the technical and management support that the system’s normal running needs.\nService within the warranty or after it will include:\n• Response\nThe response time is 2 hours.\nWe provide a hotline: within 2 hours of the call reporting a fault we are on site to serve, and ordinary line faults are removed within 4 hours.\n• Term of warranty\nThe warranty of the system is two years.\n• Periodic maintenance\nFrom the system’s characteristics and experience we make proposals, agree them with the owner, and maintain certain key equipment on site periodically.\n• Removing faults or technical guidance on site\nAt the owner’s request we send qualified engineering staff in time to solve the user’s various problems on site.\nAfter the warranty there is repair service for life: if equipment is damaged, the cost of replaced parts and a small labour fee are charged.\nIf the owner’s system operators change, we undertake to train them.\nWe secure the user’s supply of spare parts with priority, and can undertake to install and replace them for the user.',
    },
    kind: 'rule',
    rest: ['customers to department'],
  },
  {
    id: 'B3',
    number: '3',
    title: { zh: '紧急异常情况的及时处理', en: 'Emergencies dealt with in time' },
    text: {
      zh: '紧急异常情况的及时处理\n经验表明,任何实际的系统,在运行过程都难免出现某些紧急异常情况,我公司具有处理这类突发事件的能力,建立紧急异常情况的处理保障体系。\nl 在工程项目保修期负责条款以及保修期后的维护合同中对这类紧急异常情况的处置作出明确规定。\nl 建立并保存完整的系统文档\n我公司在系统调试交接时,将提供完整的完工图纸,软、硬件文档,操作、维护手册,设备清单等,并帮助业主建立系统的运行、管理和维护文档,以便在发生故障时能及时提供资料,迅速找到并排除故障,将损失减至最小。',
      en: 'Emergencies dealt with in time\nExperience shows that any real system can hardly avoid some emergencies while it runs; our company is able to deal with such sudden events and sets up a system that secures their handling.\n• The terms of responsibility during warranty and the maintenance contract after it state clearly how such emergencies are dealt with.\n• Complete system documents are made and kept\nWhen the system is commissioned and handed over we provide complete as-built drawings, software and hardware documents, operating and maintenance manuals, equipment lists and so on, and help the owner to set up documents for running, managing and maintaining the system, so that in case of a fault the material is at hand in time, the fault is found and removed quickly and the loss is kept smallest.',
    },
    kind: 'rule',
    rest: ['customers to department'],
  },
] as const satisfies readonly ArticleData[];
