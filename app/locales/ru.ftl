### Everything that Hopwise says, in Russian. Keys are grouped by the place that shows them; the other languages keep
### the same keys and arguments. Product names, units and addresses stay as they are.

## Frame
frame-skip = К содержанию
frame-nav = Главное
frame-languages = Язык
frame-theme = Светлая или тёмная тема
nav-home = Сегодня
nav-questions = Банк
nav-reference = Справочник
nav-labs = Стенды
nav-candidates = Кандидаты
nav-sign-in = Войти
nav-sign-out = Выйти
print = Печать
copy = Копировать
copied = Скопировано
percent = { $n } %

## Words of the product
level-junior = Junior
level-middle = Middle
level-senior = Senior
level-lead = Lead
expected-junior = ждём от junior
expected-middle = ждём от middle
expected-senior = ждём от senior
expected-lead = ждём от lead
dimension-theory = Теория
dimension-practice = Практика
dimension-architecture = Архитектура
block-foundations = Основы сети
block-http = HTTP
block-security = Безопасность
block-performance = Производительность
block-debugging = Диагностика
block-architecture = Архитектура
block-modern-infra = Современная инфраструктура
pool-interview = Только для интервью
pool-practice = Только для самоподготовки
pool-both = Интервью и самоподготовка
overall-strong-no = Точно нет
overall-no = Нет
overall-yes = Да
overall-strong-yes = Точно да

## Table heads and fields
col-candidate = Кандидат
col-level = Уровень
col-levels = Уровни
col-created = Создано
col-next = Дальше
col-question = Вопрос
col-dimension = Измерение
col-minutes = Минуты
col-expected = Ждём
col-score = Оценка
col-weight = Вес
col-rated = Оценено
col-mean = Среднее
field-name = Имя
field-name-hint = Так, как вы обращаетесь к человеку. Кандидат вправе прочитать всё, что о нём написано.
field-email = Почта
field-password = Пароль
field-password-hint = Не меньше 15 символов. Несколько слов запомнить легче, чем набор знаков.
field-language = Язык
field-level = Уровень
invalid-name = Введите имя не длиннее 200 символов, без невидимых символов и без букв разных алфавитов в одном слове.
invalid-email = Введите адрес вида name@example.org.
invalid-password = Нужно от 15 до 256 символов.
invalid-no-match = Адрес и пароль не подходят друг к другу. Проверьте оба и попробуйте ещё раз.
invalid-taken = Это уже занято. Укажите что-нибудь другое.
invalid-malformed = Что-то в форме не удалось прочитать. Обновите страницу и заполните форму заново.
invalid-summary = Напишите хотя бы одно предложение, не больше 5000 символов.
invalid-empty-plan = Для этого уровня в банке не осталось вопросов. Выберите другой уровень.
invalid-not-a-lab-target = Замерять можно только цели стенда.
invalid-confirmation = Введите имя точно так, как оно написано выше.
invalid-held = Действует запрет на удаление. Сначала снимите его.
invalid-reason = Укажите причину, до 2000 символов.
invalid-sheet = После предпросмотра что-то изменилось. Выберите файл ещё раз.
invalid-months = Введите от 1 до 120 месяцев или оставьте поле пустым.
invalid-days = Введите от 0 до 90 дней.

## Problems
problem-not-found-title = Здесь ничего нет
problem-not-found-text = Возможно, в адресе опечатка или эта страница вам недоступна.
problem-sign-in-title = Сначала войдите
problem-sign-in-text = Эта страница — для тех, у кого есть аккаунт.
problem-forbidden-title = Вашей роли это недоступно
problem-forbidden-text = У вашего аккаунта нет такого права. Если для работы нужна другая роль, попросите её у администратора.
problem-invalid-title = Проверьте форму
problem-invalid-text = Одно из полей заполнено не так, как нужно.
problem-refused-title = Интервью этого не позволяет
problem-refused-text = Возможно, оценочный лист уже отправлен. Обновите страницу и посмотрите, что с ним сейчас.
problem-forgotten-title = Данные удалены
problem-forgotten-text = Данные кандидата удалены безвозвратно. Остались только оценки без имени.
problem-too-many-title = Слишком много попыток
problem-too-many-text =
    { $n ->
        [one] Подождите { $n } минуту и попробуйте ещё раз.
        [few] Подождите { $n } минуты и попробуйте ещё раз.
       *[many] Подождите { $n } минут и попробуйте ещё раз.
    }
problem-internal-title = У нас что-то сломалось
problem-internal-text = Всё, что вы успели сохранить, на месте. Попробуйте ещё раз, а если не поможет, сообщите администратору этот код: { $reference }
problem-to-bank = Банк вопросов
problem-to-home = На главную

## Today
home-welcome = Интервью, которым можно верить
home-what = Банк вопросов на трёх языках со шкалами из наблюдаемых признаков; комната для интервью с часами; настоящие замеры, на которые опирается оценка; оценочные листы, которые прямо говорят, чего не знают.
home-to-bank = Открыть банк
home-today = Ваши интервью
home-interviews = Интервью
home-empty = Интервью пока нет. Добавьте кандидата, откройте цикл на нужный уровень — и план составится сам.
home-to-candidates = К кандидатам
home-open = Открыть комнату
home-resume = Вернуться в комнату
home-scorecard = Оценочный лист

## Bank
bank-title = Банк вопросов
bank-filters = Фильтры
bank-block = Блок
bank-apply = Применить
bank-clear = Сбросить всё
bank-results = Найденные вопросы
bank-search = Поиск по банку
bank-search-hint = Слово на любом языке или термин, например TIME_WAIT
bank-go = Найти
bank-count =
    { $n ->
        [one] { $n } вопрос
        [few] { $n } вопроса
       *[many] { $n } вопросов
    }
bank-none = Ничего не нашлось. Сократите запрос или сбросьте фильтры.
bank-unit = мин
bank-keys = Клавиши
bank-next = следующий
bank-previous = предыдущий
bank-open = Открыть
bank-has = Что приложено
bank-cut = показаны { $n } лучших
minutes-1-5 = До 5
minutes-6-7 = 6–7
minutes-8-30 = От 8
has-trap = Ловушки
has-exhibit = Файл с ошибками
has-probe = Замер
has-lab = Стенд

## Question
question-place = Место и действия
question-crumbs = Путь
question-neighbours = Соседние вопросы
question-position = { $n } из { $of } в блоке
question-fresh = Актуально: EN, RU, HE
question-stale = Перевод устарел: английский текст с тех пор изменился
question-about = Об этом вопросе
question-pool = Назначение
question-checked = Дата — когда мы последний раз читали источник.
part-prompt = Как спросить
part-glance = Коротко
part-listen = К чему прислушаться
part-answer = Сильный ответ
part-practice = Практика
part-anchors = Шкала
part-follow-ups = Дополнительные вопросы
part-red-flags = Тревожные знаки
part-traps = Ловушки
part-references = Источники
part-exhibits = Найдите ошибки
part-related = Смежные вопросы
trap-wrong = Неверно:
trap-right = Верно:
exhibit-defects = Ошибки и исправленный вариант
exhibit-lines = строка { $lines }

## Accounts
sign-in-title = Вход
sign-in-help = Нет аккаунта? Его создаст администратор вашей компании.
setup-title = Настройка Hopwise
setup-text = Аккаунтов пока нет, этот будет первым. Он получит права администратора, а ещё с ним можно вести циклы и проводить интервью.
setup-submit = Создать аккаунт
setup-closed = Ссылкой уже воспользовались, или её срок истёк. Если аккаунтов ещё нет, перезапустите сервер — он выдаст новую ссылку. Или создайте аккаунт в командной строке:

## Candidates and loops
candidates-empty = Кандидатов пока нет. Добавьте первого в форме ниже.
candidates-new = Новый кандидат
candidates-create = Добавить кандидата
candidates-search = Найти кандидата
candidates-search-hint = Часть имени или адреса
candidates-archived = В архиве
candidates-none = Никого не найдено. Попробуйте короче или посмотрите в другом списке.
candidates-count =
    { $n ->
        [one] { $n } кандидат
        [few] { $n } кандидата
       *[many] { $n } кандидатов
    }
candidates-more =
    { $n ->
        [one] Ещё { $n } не показан.
        [few] Ещё { $n } не показаны.
       *[many] Ещё { $n } не показано.
    }
candidates-import = Импорт из файла
candidate-email-hint = Если известна. Кандидат может это прочитать.
candidate-forgotten = Удалённый кандидат
candidate-forgotten-text = Всё личное удалено. Циклы и оценки остались без имени.
candidate-archived-since = В архиве с
candidate-held-since = Запрет на удаление с
candidate-noticed-since = Скоро будет удалён; уведомление от
candidate-edit = Изменить
candidate-save = Сохранить
candidate-copy = Копия для кандидата
candidate-forget = Удалить данные
candidate-archive-title = Архив
candidate-archive = В архив
candidate-unarchive = Вернуть из архива
candidate-archive-text = Кандидат из архива не виден в общем списке, но все данные целы, и его можно найти.
candidate-archived-text = Кандидат в архиве, и найти его можно только в списке архива.
candidate-loops = Циклы интервью
candidate-no-loops = Циклов пока нет. Цикл — это один кандидат на один уровень.
candidate-new-loop = Новый цикл
candidate-create-loop = Открыть цикл
loop-new-interview = Следующее интервью
loop-minutes = { $total } мин: вступление { $opening }, вопросы { $core }, завершение { $close }
loop-plan = План
loop-short = { $dimension }: вопросов в банке не хватило, свободно { $n } мин
loop-weights = Вес: теория { $theory } %, практика { $practice } %, архитектура { $architecture } %
loop-no-plan = Все вопросы банка для этого уровня кандидату уже задавали.
loop-language = Язык интервью
loop-create-interview = Открыть комнату
outcome-title = Чем закончилось
outcome-label = Итог
outcome-hint = От этого зависит, как долго хранятся данные кандидата.
outcome-none = Решения пока нет
outcome-hired = Принят на работу
outcome-rejected = Отказ
outcome-withdrawn = Кандидат отказался
outcome-save = Сохранить итог

## Import of candidates
import-title = Импорт кандидатов
import-choose = Выбор файла
import-file = Файл CSV
import-hint = UTF-8, столбцы через запятую или точку с запятой, до 1000 кандидатов и 128 КБ. В первой строке — названия столбцов: имя, почта, язык. Остальные столбцы не читаются. До предпросмотра ничего не сохраняется.
import-preview = Предпросмотр
import-line = Строка
import-error = Что не так
import-wrong =
    { $n ->
        [one] Исправьте в файле { $n } строку. Ничего не сохранено.
        [few] Исправьте в файле { $n } строки. Ничего не сохранено.
       *[many] Исправьте в файле { $n } строк. Ничего не сохранено.
    }
import-right =
    { $n ->
        [one] { $n } кандидат, ошибок нет.
        [few] { $n } кандидата, ошибок нет.
       *[many] { $n } кандидатов, ошибок нет.
    }
import-submit = Добавить всех
import-problem-size = Файл больше 128 КБ. Разделите его.
import-problem-rows = В файле больше 1000 кандидатов. Разделите его.
import-problem-encoding = Файл не в UTF-8. Сохраните его как «CSV UTF-8» и выберите снова.
import-problem-empty = В файле нет ни одного кандидата.
import-problem-header = В первой строке нет столбца «имя».
import-row-name = Имени нет, оно слишком длинное или содержит недопустимые знаки.
import-row-email = Это не адрес электронной почты.
import-row-language = Язык не en, ru или he.
import-row-columns = Ячеек больше, чем столбцов.
import-row-twice = Этот адрес в файле уже есть.
import-row-known = Кандидат с этим адресом уже есть.

## Forgetting, holds and retention
forget-title = Удалить безвозвратно
forget-goes = Имя, почта, заметки, тревожные знаки, выводы и замеры с интервью исчезают сразу: уничтожается их ключ.
forget-stays = Оценки остаются без имени, чтобы комиссия могла сверять свои шкалы.
forget-links = Ссылки для входа перестают работать, открытые комнаты закрываются.
forget-backups = В резервных копиях, сделанных раньше, данные останутся, пока копии не удалят. При восстановлении командой hopwise restore они будут удалены снова.
forget-type = Для подтверждения введите имя:
forget-confirmation = Подтверждение
forget-submit = Удалить данные кандидата
hold-title = Запрет на удаление
hold-text = Пока действует запрет, данные кандидата нельзя удалить ни вручную, ни по сроку хранения.
hold-reason = Причина
hold-reason-hint = Кандидат может это прочитать.
hold-submit = Установить запрет
hold-lift = Снять запрет
retention-title = Сроки хранения
retention-text = По истечении этих сроков данные кандидатов удаляются: всё личное стирается, оценки остаются без имени. Если циклов несколько, действует самый долгий срок.
retention-rules = Правила, в месяцах
retention-empty = Пустое поле значит «хранить всегда». Если решения нет, срок идёт от последнего события.
retention-days = Уведомление, в днях
retention-days-hint = Столько дней на странице кандидата видно, что данные скоро удалят, и ещё можно установить запрет.
retention-save = Сохранить правила
retention-due = Чей срок истёк
retention-nobody = Таких нет.
retention-since = Срок истёк
retention-what = Что дальше
retention-notice = уведомление при следующем запуске
retention-waiting = удаление с { $date }
retention-forget = удаление при следующем запуске
retention-held = хранится: запрет на удаление
retention-run-text = При запуске выдаются уведомления и удаляются данные тех, у кого срок уведомления истёк. Запускайте каждый день из командной строки:
retention-run = Запустить сейчас

## Copy for the candidate
copy-title = Что мы храним о вас
copy-text = Здесь всё, что хранится о кандидате: введённые данные, интервью, заданные вопросы, записи и оценки.
copy-nothing = нет
copy-no-loops = Интервью пока не было.
copy-withheld = Заметки, оценки и выводы этого цикла появятся, когда свои листы отправят все: каждый оценивает, не зная мнения других.
copy-interviewer = Интервьюер
copy-started = Начало
copy-finished = Конец
copy-link = Ссылка для входа
copy-opened =
    { $n ->
        [one] открыта { $n } раз
        [few] открыта { $n } раза
       *[many] открыта { $n } раз
    }
copy-download = Скачать JSON
copy-back = К кандидату

## Room (an island: no arguments)
room-skip = К вопросу
room-no-script = Комнате нужен JavaScript: с ним она работает и без связи. Оценки и заметки можно прочитать здесь:
room-saved = Сохранено
room-saving = Сохраняем
room-offline = Нет связи, храним здесь
room-signed-out = Сеанс истёк, храним здесь
room-outdated = Hopwise обновился: перезагрузите страницу, всё сохранено
room-sign-in = Войти в новой вкладке
room-start = Запустить часы
room-pause = Пауза
room-resume = Продолжить
room-finish = Завершить
room-elapsed = Прошло
room-left = Осталось
room-projected = Прогноз конца
room-scorecard = Оценочный лист
room-plan = План
room-ruler = План и часы на одной шкале, в минутах
room-opening = Вступление
room-close-part = Завершение
room-flagged = тревожный знак
room-glance = Коротко
room-follow-ups = Дополнительные вопросы
room-score = Оценка по шкале
room-expected = здесь ждём:
room-not-assessed = Не оценено
room-note = Заметка
room-note-read = кандидат вправе это прочитать
room-flags = Тревожные знаки
room-answer = Сильный ответ
room-practice = Практика
room-traps = Ловушки
room-watch = Экран кандидата и данные замеров
room-screen = Кандидат сейчас видит
room-screen-empty = Пока ничего.
room-reveal = Показать вопрос
room-conceal = Скрыть
room-exhibits = Показать рядом с вопросом
room-exhibit-defects = что в нём не так
room-show-run = Показать
room-link = Ссылка для кандидата
room-link-once = Видна только сейчас, действует сутки.
room-failed = Сервер не справился. Попробуйте ещё раз.
room-probe = Замер
room-probing = идёт замер
room-evidence = Данные замеров
room-evidence-note = Отмеченные замеры приложены к оценке этого вопроса.
room-keys = Клавиши
room-keys-note = Клавиши определяются по месту на клавиатуре, поэтому раскладка не важна. Пока вы печатаете, они не действуют; Escape выводит из заметки.
room-close = Закрыть
room-key-score = оценка
room-key-none = не оценено
room-key-note = заметка
room-key-flag = тревожные знаки
room-key-reveal = показать или скрыть
room-key-next = следующий
room-key-previous = предыдущий
room-key-clock = часы
room-key-help = все клавиши
refused-already-started = Часы уже идут.
refused-not-running = Часы не идут.
refused-not-paused = Часы не на паузе.
refused-unknown-question = Такого вопроса в плане нет.
refused-unknown-run = Этот замер не относится к интервью.
refused-unknown-exhibit = Такого листинга у вопроса нет.
refused-submitted = Ваш оценочный лист отправлен, изменить его уже нельзя.
refused-text = Текст пустой или слишком длинный.
refused-from-the-future = Часы на этом компьютере сильно спешат. Поправьте их и попробуйте ещё раз.
refused-forgotten = Данные кандидата удалены. Больше ничего о нём не сохраняется, в этом браузере тоже.

## Probe runs
phase-resolve = Имя
phase-connect = Соединение
phase-tls = TLS
phase-send = Отправка
phase-processing = Ожидание ответа
phase-wait = Ожидание ответа
phase-transfer = Передача
phase-guard = Заблокировано защитой
phase-deadline = Превышен дедлайн
phase-internal = Сбой самого замера
fall-caption = Фазы запроса в миллисекундах
fall-phase = Фаза
fall-axis = Время
fall-ms = мс
fall-since = с начала
fall-total = Всего
run-title = Замер
run-back = Вернуться в комнату
run-repro = Команда для повторения
run-json = Весь результат в JSON

## Candidate's screen (an island: no arguments)
join-title = Интервью
join-live = На связи
join-connecting = Подключаемся
join-left = осталось
join-wait-title = Вы пришли по адресу
join-wait = Здесь интервьюер покажет вопрос. С вашего устройства сохраняется только то, что вы напишете в черновике.
join-question = Вопрос
join-output = Результат замера

pad-title = Черновик
pad-help-candidate = Здесь вместе пишете вы и интервьюеры. Написанное хранится вместе с интервью.
pad-help-room = Кандидат видит, что вы здесь пишете, а вы видите, что пишет кандидат. Написанное хранится вместе с интервью.
pad-help-observer = Здесь пишут кандидат и интервьюеры. Вы наблюдаете.
pad-no-script = Черновику нужен JavaScript.
pad-saved = Сохранено
pad-saving = Сохраняем
pad-offline = Нет связи, храним здесь
pad-away = Сеанс истёк, храним здесь
pad-full = Не сохранено: текст слишком длинный
pad-closed = Ссылка больше не действует: ничего не сохраняется

## Scorecard
scorecard-title = Оценочный лист
scorecard-rater = Автор оценки
scorecard-interview = Интервью
scorecard-frozen = Отправлен
scorecard-not-yet = ещё нет
scorecard-overall = Итог
scorecard-four = четыре варианта, середины нет
scorecard-submit-title = Отправьте оценочный лист
scorecard-summary = Почему
scorecard-summary-hint = Кандидат вправе это прочитать. Пишите, что вы наблюдали, а не что почувствовали.
scorecard-submit = Отправить окончательно
scorecard-freeze = После отправки нельзя изменить ни оценки, ни заметки, ни этот текст.
scorecard-dimensions = Измерения
scorecard-scale = Шкала от 1 до 5
scorecard-composite = Сводная оценка
scorecard-insufficient = мало данных
scorecard-composite-point = Σ вес × среднее по оценённым вопросам каждого измерения.
scorecard-composite-range = Если в измерении оценено меньше двух вопросов, данных мало: там возможно любое среднее от 1 до 5, поэтому сводная оценка — диапазон.
scorecard-composite-none = Ни в одном измерении не оценены хотя бы два вопроса, поэтому сводной оценки нет.
scorecard-rated = { $n } из { $of }
scorecard-radar = Средние по измерениям на шкале до 5; те же числа — в таблице рядом
scorecard-items = Вопросы
scorecard-items-note = оценка, её ступень на шкале и что наблюдали
scorecard-observed = Ступень шкалы и наблюдения
scorecard-score-of = { $n } из 5
scorecard-not-assessed = Не оценено
scorecard-no-score = Оценки пока нет
scorecard-run = замер
scorecard-copy = Кандидат вправе попросить копию.
scorecard-date = Дата
scorecard-to-room = Вернуться в комнату

## Labs
lab-connection-pool-title = Пул соединений
lab-connection-pool-what = Кого обслужат, кто подождёт, а кто так и не дождётся, если запросов больше, чем соединений, и хватит ли базы на все пулы сразу.
lab-question = Вопрос, к которому относится стенд
lab-no-script = Стенд работает в браузере, ему нужен JavaScript.
pool-lab-pool = Пул
pool-lab-load = Нагрузка
pool-lab-outcome = Что стало с нагрузкой
pool-lab-size = Постоянных соединений
pool-lab-overflow = Сверх них (overflow)
pool-lab-patience = Тайм-аут ожидания, мс
pool-lab-pods = Подов с таким пулом
pool-lab-requests = Запросов
pool-lab-window = Приходят за, мс
pool-lab-hold = Держат соединение, мс
pool-lab-served = Обслужено
pool-lab-gave-up = Не дождались
pool-lab-in-use = Занято одновременно, максимум
pool-lab-wait = Самое долгое ожидание, мс
pool-lab-budget = Просят все поды / принимает база
pool-lab-chart = Ожидание каждого обслуженного запроса в порядке прихода; самое долгое есть в таблице выше
pool-lab-note = Запросы приходят равномерно и обслуживаются в порядке очереди. База принимает 100 соединений и 3 из них держит для администраторов: таковы значения PostgreSQL по умолчанию.

# Accounts and audit
nav-people = Люди
nav-account = Мой аккаунт
role-administrator = Администратор
role-lead = Ведущий
role-interviewer = Интервьюер
role-observer = Наблюдатель
role-administrator-what = аккаунты, журнал, настройки
role-lead-what = заводит кандидатов и циклы, видит интервью своих циклов
role-interviewer-what = проводит интервью и ставит оценки
role-observer-what = молча наблюдает
invalid-password-weak = Такой пароль быстро подберут. Возьмите несколько не связанных между собой слов, только не своё имя.
invalid-roles = Отметьте хотя бы одну роль.
invalid-last-administrator = Хоть один администратор должен остаться. Сначала назначьте другого.
people-title = Люди
people-audit = Журнал аудита
people-invite = Пригласить
people-invite-text = Вы получите ссылку и передадите её сами. Тот, кто её откроет, введёт имя, адрес и пароль.
people-invite-submit = Создать ссылку
people-everybody = Все, у кого есть аккаунт
people-roles = Роли
people-roles-submit = Сохранить роли
people-off = отключён
people-reset = Ссылка для нового пароля
people-switch-off = Отключить
people-switch-on = Включить
people-link-title = Ссылка
people-link-invitation = Скопируйте ссылку и передайте её. Тот, кто её откроет, создаст аккаунт.
people-link-reset = Скопируйте ссылку и передайте владельцу аккаунта. По ней задают новый пароль, все сеансы при этом закончатся.
people-link-once = Она сработает один раз и больше не появится. Действует до
people-link-back = К списку людей
welcome-title = Добро пожаловать
welcome-text = Вас пригласили. Укажите, как будете входить.
welcome-submit = Создать аккаунт
welcome-reset-title = Новый пароль
welcome-reset-text = Задайте новый пароль. На всех других устройствах сеансы закончатся.
welcome-reset-submit = Задать пароль
welcome-closed-title = Ссылка больше не работает
welcome-closed = Её уже открыли, срок вышел или она скопирована не целиком. Попросите администратора о новой.
account-title = Мой аккаунт
account-profile = Имя и язык
account-save = Сохранить
account-password = Пароль
account-current = Текущий пароль
account-new = Новый пароль
account-change = Сменить пароль
account-devices = Где выполнен вход
account-here = это устройство
account-used = последний раз
account-end = Завершить сеанс
account-everywhere = Выйти везде
audit-title = Журнал аудита
audit-text = Строки только добавляются, каждая содержит хеш предыдущей. Команда «hopwise audit verify» находит изменённую, удалённую или переставленную строку.
audit-empty = Под этот фильтр ничего не подходит.
audit-when = Когда
audit-who = Кто
audit-what = Что
audit-subject = Объект
audit-nobody = без входа
audit-all = все
audit-filter = Показать
audit-older = Раньше
audit-export = Выгрузить в CSV
audit-sign-in = вход
audit-sign-in-refused = вход отклонён
audit-sign-out = выход
audit-set-up = первая настройка
audit-invited = создано приглашение
audit-joined = создан аккаунт
audit-roles-changed = изменены роли
audit-disabled = аккаунт отключён
audit-enabled = аккаунт включён
audit-reset-made = создана ссылка для сброса пароля
audit-password-changed = пароль изменён
audit-sessions-ended = сеансы завершены
audit-link-made = создана ссылка кандидату
audit-link-opened-again = ссылку кандидата открыли повторно
audit-link-revoked = ссылка кандидата отозвана
audit-reveal = вопрос показан
audit-submit = оценочный лист отправлен
audit-export-done = данные выгружены
audit-deletion = удалено
audit-break-glass = открыто досрочно
audit-refused = отказано
links-title = Ссылки для кандидата
links-opened = открыта
links-again = открывали не один раз
links-until = до
links-revoked = отозвана
links-revoke = Отозвать
## Reference, tracks, coverage
reference-none = В этом банке нет справочных страниц.
reference-entries = На этой странице
reference-goes-with = К чему относится
reference-probe-http = Замер HTTP
doc-body = Текст
doc-what = Что не так
doc-symptom = Как проявляется
doc-fix = Как исправить
doc-answers = На что отвечает
doc-lies-when = Когда обманывает
doc-output = Вывод с пояснениями
doc-says = О чём говорит
doc-measured = Как измеряют
doc-causes = Причины
doc-fixes = Что помогает
doc-not-a-fix = Что не помогает
doc-what-for = Для чего
doc-mind = На что смотреть
doc-aim = На что тратить время
doc-expected = Чего ждём
doc-not-required = Чего не требуем
doc-red-flags = Тревожные знаки
doc-settled = Как решено
doc-why = Почему
tracks-minutes = Минуты по уровням
tracks-opening = Вступление
tracks-close = Завершение
tracks-advice = Советы тем, кто проводит интервью
tracks-conflicts = Спорные места и как они решены
coverage-title = Покрытие
coverage-lead = Сколько вопросов можно задать на каждом уровне — по блокам и измерениям; ноль означает пробел. В последних столбцах — сколько текстов актуально на каждом языке.
coverage-all = Всего
coverage-stale = Устаревшие переводы
coverage-stale-count =
    { $n ->
        [one] { $n } устарел
        [few] { $n } устарели
       *[many] { $n } устарело
    }
coverage-fresh = Все переводы соответствуют английскому тексту.

settings-title = Настройки
settings-company = Компания
settings-name = Название компании
settings-name-hint = Кандидаты видят его на своей странице и в копии, которую вправе запросить.
settings-language = Язык для тех, кто его не выбрал
settings-quiet = Тихие часы
settings-quiet-text = В эти часы и дни никому не напоминают об оценочных листах.
settings-from = С какого часа
settings-to = До какого часа
settings-weekend = Выходные
settings-zone = Часовой пояс
settings-zone-hint = Имя из базы IANA, например Europe/Moscow или Asia/Jerusalem.
settings-save = Сохранить настройки
settings-weights = Вес
settings-weights-text = Сколько весит каждое измерение в сводной оценке на каждом уровне. За интервью остаётся та версия, по которой его планировали.
settings-weights-new = Изменить вес для уровня
settings-theory = Теория, %
settings-practice = Практика, %
settings-architecture = Архитектура, %
settings-reason = Обоснование
settings-reason-hint = Останется при версии: для тех, кто спросит потом.
settings-weights-save = Сохранить новую версию
settings-version = Версия
settings-change = { $level }, версия { $n }
settings-changes = Что и почему меняли
settings-bank = Банк вопросов
settings-questions = { $n ->
    [one] При запуске загружен { $n } вопрос.
    [few] При запуске загружено { $n } вопроса.
    [many] При запуске загружено { $n } вопросов.
   *[other] При запуске загружено { $n } вопроса.
}
settings-folder = Папку, из которой он читается, задаёт администратор сервера в переменной
settings-own-folder = Собственные вопросы лежат отдельно, в папке, которую задаёт переменная
weekend-saturday-sunday = Суббота и воскресенье
weekend-friday-saturday = Пятница и суббота
scorecard-weights = Вес: версия { $n }.
audit-imported = импорт кандидатов
audit-held = установлен запрет на удаление
audit-released = снят запрет на удаление
audit-retention-changed = изменены сроки хранения
audit-settings-changed = изменены настройки
audit-weights-changed = изменён вес
invalid-company = Не больше 80 символов, в одну строку.
invalid-hour = Введите целый час от 0 до 23.
invalid-zone = Такого часового пояса нет. Запишите его как Europe/Moscow.
invalid-weights = Введите три целых числа больше 0, которые в сумме дают 100.
invalid-why = Напишите обоснование, не больше 500 символов.
home-owed = Оценочные листы за вами
home-owed-text = Впечатление от интервью стирается за считаные часы. Начните с них.
home-owed-hour = больше часа назад
home-owed-day = больше суток назад
people-search = Найти человека
people-count =
    { $n ->
        [one] { $n } учётная запись
        [few] { $n } учётные записи
        [many] { $n } учётных записей
       *[other] { $n } учётной записи
    }
people-more = Ещё { $n } не показаны: найдите нужных по имени или адресу.

seats-title = Кто участвует в интервью
seats-leads = ведёт
seat-rater = оценивает
seat-observer = наблюдает
seats-seat = Роль на интервью
seats-give = Добавить участника
seats-take = Убрать
seats-hand-over = Передать ведение
invalid-seat = Никто с таким адресом не может занять это место. Оценивать могут интервьюеры; никто не участвует в интервью о себе, а тот, кто уже что-то отметил, не становится наблюдателем.
audit-seats-changed = изменён состав интервью
room-people = На интервью
room-leads = ведёт
room-rater = оценивает
room-observer = наблюдает
room-here = в комнате
room-observing = Вы наблюдаете. Ваши пометки видны только вам и ни на что не влияют.
refused-observing = Наблюдатели только смотрят; это делают те, кто оценивает.
refused-stale = Эту заметку изменили в другой вкладке или на другом устройстве; показаны оба текста.
room-unkept = Браузер не сохраняет: хранилище заполнено. Не закрывайте страницу.
room-clash = Тем временем эту заметку изменили в другой вкладке или на другом устройстве:
room-clash-mine = Оставить мою
room-clash-other = Взять другую
room-clash-both = Оставить обе
replay-title = Ход интервью
replay-text = Интервью шаг за шагом, по его журналу. Видно то, что видели все в комнате; из оценок и заметок — только ваши.
replay-empty = В этом интервью ещё ничего не происходило.
replay-step = Шаг
replay-show = Показать
replay-previous = Назад
replay-next = Дальше
replay-before = До первого шага, всего шагов: { $of }
replay-after = Шаг { $n } из { $of }, { $time }: { $what }
replay-log = Что происходило
replay-log-note = по часам интервью; если часы стояли — ещё и дата
replay-then = На этом шаге
replay-clock = Часы
replay-clock-waits = не запущены
replay-clock-runs = идут
replay-clock-paused = на паузе
replay-clock-ended = остановлены
replay-table = Обсуждали
replay-screen = Кандидат видел
replay-screen-empty = Ничего.
replay-own = Ваши оценки и заметки к этому шагу
replay-own-none = Нет.
replay-notes = Заметки и тревожные знаки
replay-start = Часы запущены
replay-pause = Пауза
replay-resume = Часы снова идут
replay-finish = Интервью завершено
replay-move = Перешли к вопросу: { $question }
replay-reveal = Показан кандидату: { $question }
replay-conceal = Экран кандидата очищен
replay-exhibit = Кандидату показан листинг: { $question }
replay-exhibit-off = Листинг убран: { $question }
replay-output = Кандидату показан результат замера
replay-output-off = Результат замера убран
replay-score = Оценка { $n }: { $question }
replay-score-none = Не оценено: { $question }
replay-note = Заметка: { $question }
replay-flag = Тревожный знак: { $question }
replay-flag-off = Тревожный знак снят: { $question }
replay-follow-up = Задан дополнительный вопрос { $n }: { $question }
replay-follow-up-off = Снята отметка о дополнительном вопросе { $n }: { $question }
replay-probe = Замер, { $ms } мс
replay-probe-failed = Замер не удался: { $phase }
replay-evidence = Замер приложен к оценке: { $question }
replay-evidence-off = Замер откреплён от оценки: { $question }
replay-submit = Оценочный лист отправлен: { $overall }
ledger-title = Сверка с планом
ledger-note = что планировали и что спросили
ledger-pauses = Паузы
ledger-no-pause = не было
ledger-pause = на { $at }, длилась { $time }
ledger-pause-open = на { $at }, ещё идёт
ledger-waiting = Часы не запускали, поэтому время неизвестно.
ledger-open = Часы не остановлены: время посчитано до последнего шага.
ledger-asked = Начали
ledger-shown = Показали
ledger-spent = Заняло
ledger-planned = По плану
ledger-follow-ups = Дополнительные вопросы и подсказки
ledger-follow-up = № { $n } на { $at }
ledger-hint = подсказка на { $at }
ledger-exhibit = листинг на { $at }
ledger-output = результат замера на { $at }
ledger-differs = Отличие от плана
ledger-total = Всё интервью
ledger-not-asked = не задан
ledger-not-yet = пока не задан
ledger-order = не по порядку: в плане № { $n }
ledger-over = дольше на { $time }
ledger-under = короче на { $time }
ledger-as-planned = по плану
ledger-how = Вопрос считается заданным, если его показали кандидату, задали дополнительный вопрос к нему или обсуждали его не меньше полуминуты подряд. В первый вопрос попадает и вступление, в последний — завершение; это учтено. Отличия меньше минуты не считаются.
loop-edit-plan = Изменить план
plan-title = План интервью
plan-core = Вопросы
plan-rebuild = Подобрать заново всё, кроме закреплённых
plan-of = { $planned } из { $core } мин
plan-minutes =
    { $n ->
        [one] { $n } мин
        [few] { $n } мин
       *[many] { $n } мин
    }
plan-over =
    { $n ->
        [one] на { $n } минуту больше
        [few] на { $n } минуты больше
       *[many] на { $n } минут больше
    }
plan-short =
    { $n ->
        [one] { $n } минута свободна
        [few] { $n } минуты свободны
       *[many] { $n } минут свободно
    }
plan-short-bank =
    { $n ->
        [one] { $n } минута свободна: настолько коротких вопросов в банке больше нет
        [few] { $n } минуты свободны: настолько коротких вопросов в банке больше нет
       *[many] { $n } минут свободно: настолько коротких вопросов в банке больше нет
    }
plan-too-few = меньше двух вопросов: сводная оценка будет диапазоном
plan-up = Выше: { $title }
plan-down = Ниже: { $title }
plan-pin = Закрепить: { $title }
plan-remove = Убрать: { $title }
plan-swap = Заменить: { $title }
plan-swap-do = Заменить
plan-add = Добавить вопрос
plan-add-do = Добавить
plan-terms = Условия
plan-recount = Пересчитать
plan-longer =
    { $n ->
        [one] С дополнительным временем: { $n } минута.
        [few] С дополнительным временем: { $n } минуты.
       *[many] С дополнительным временем: { $n } минут.
    }
plan-empty = В плане пока нет вопросов.
plan-dropped-unknown = Не вошёл, такого вопроса для интервью в банке нет: { $title }
plan-dropped-level = Не вошёл, вопрос не для этого уровня: { $title }
plan-dropped-asked = Не вошёл, этот вопрос уже задавали: { $title }
plan-dropped-twice = Уже в плане: { $title }
plan-dropped-full = Не вошёл, длиннее план быть не может: { $title }
plan-dropped-strange =
    { $n ->
        [one] В адресе { $n } запись не похожа на вопрос.
        [few] В адресе { $n } записи не похожи на вопросы.
       *[many] В адресе { $n } записей не похожи на вопросы.
    }
plan-templates = Шаблоны
plan-templates-text = Тем, кого предстоит сравнивать, задают одни и те же вопросы. Шаблон доступен всей компании.
plan-template-now = выбран
plan-template-questions =
    { $n ->
        [one] { $n } вопрос
        [few] { $n } вопроса
       *[many] { $n } вопросов
    }
plan-template-delete = Удалить
plan-template-name = Название нового шаблона
plan-template-hint = В нём останутся вопросы, которые стоят выше, в том же порядке.
plan-template-save = Сохранить как шаблон
plan-template-gone = Этого шаблона больше нет.
plan-same-core =
    { $n ->
        [0] Интервью по этому шаблону с такими же вопросами ещё не было.
        [one] По этому шаблону с такими же вопросами уже есть { $n } интервью.
        [few] По этому шаблону с такими же вопросами уже есть { $n } интервью.
       *[many] По этому шаблону с такими же вопросами уже есть { $n } интервью.
    }
extra-label = Дополнительное время
extra-none = нет
extra-quarter = +25 %
extra-half = +50 %
extra-hint = Всё запланированное время становится длиннее, требования к ответам не меняются.
room-spoken = Язык
room-extra-quarter = Дополнительное время +25 %
room-extra-half = Дополнительное время +50 %
invalid-plan = План устарел: какого-то вопроса больше нет, он для другого уровня или его уже задавали. Просмотрите план ещё раз.
invalid-template-name = Введите название не длиннее 60 символов.
## Ход интервью: подсказки, остаток времени, команды, повторный вход, хронология
room-hints = Подсказки
room-hint-words = Подсказка в двух словах; кандидат вправе это прочитать
room-give-hint = Подсказка дана
room-take-back = Отменить подсказку
room-whole = Всё интервью
room-left-of = осталось
room-five-left = осталось 5 минут
room-two-left = осталось 2 минуты
room-none-left = время вышло
room-commands = Команды
room-again = Войти
room-somebody-else = Вход выполнен под другим именем, храним здесь
room-key-hint = подсказка дана
room-key-scorecard = оценочный лист
room-timeline = Хронология
room-timeline-empty = Пока ничего не произошло.
room-log-started = Часы запущены
room-log-paused = Пауза
room-log-resumed = Продолжение
room-log-finished = Конец
room-log-shown = Вопрос показан
room-log-exhibit = Листинг показан
room-log-output = Замер показан
room-log-follow-up = Дополнительный вопрос
room-log-hint = Подсказка
room-log-score = Оценка
palette-find = Найти команду
palette-nothing = Такой команды нет.
palette-keys-on = Одиночные клавиши действуют
again-title = Войти снова
again-signed-out = Сеанс истёк. Работайте дальше: всё хранится в этом браузере и уйдёт на сервер, как только вы войдёте.
again-somebody-else = Здесь выполнен вход под другим именем, или вам больше нельзя писать в это интервью. Ничего не отправлено. Автор этой работы — { $name }; она уйдёт, когда автор войдёт снова.
again-later = Позже
replay-hint = Дана подсказка: { $question }
replay-hint-off = Подсказка отменена: { $question }
