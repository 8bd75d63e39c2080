import Testing

/// A report in one of many languages, written for the tests, with what a page has around it.
struct WorldReport: Sendable, CustomTestStringConvertible {
  let language: String
  let title: String
  /// The line that names the authors, as the page has it.
  let line: String
  let authors: [String]
  /// The line with the day, which is always 5 March 2024.
  let date: String
  let paragraphs: [String]
  let caption: String
  /// A pointer to another report, with its link.
  let pointer: String
  /// What asks readers to sign up.
  let prompt: String
  /// Other reports' headlines.
  let others: [String]
  /// The heading above readers' comments, and one of these.
  let comments: String
  let comment: String
  let cookies: String
  let footer: String

  var testDescription: String { language }
  var isRightToLeft: Bool { ["ar", "he", "fa"].contains(language) }
}

extension WorldReport {
  static let western: [WorldReport] = [
    WorldReport(
      language: "de",
      title: "Fährlinie zu den Inseln wird im Herbst eingestellt",
      line: "Von <a href=\"/autor/ida-marsch\">Ida Marsch</a> und Tom Okoro",
      authors: ["Ida Marsch", "Tom Okoro"],
      date: "Stand: 05.03.2024, 14:30 Uhr",
      paragraphs: [
        """
        Die Fährlinie zwischen Port Ansel und den Inseln wird im Oktober eingestellt. \
        Das teilten die Eigentümer am Montag nach einem Treffen mit der Bürgermeisterin \
        mit, die bis zum Frühjahr um Aufschub gebeten hatte.
        """,
        """
        Auf den beiden Schiffen arbeiten rund neunzig Menschen. Die Gewerkschaft \
        erklärte, sie sei vor der Ankündigung nicht über den Plan unterrichtet worden.
        """,
        "„Wir haben alles versucht“, sagte der Direktor.",
        """
        Die Inseln haben keinen Flughafen, und die nächste Brücke liegt vierzig \
        Kilometer weiter nördlich.
        """,
      ],
      caption: "Die „Marie“ im Hafen von Port Ansel. Foto: Lena Berg/dpa",
      pointer: "Lesen Sie auch: <a href=\"/x\">Warum der Hafen sich verändert</a>",
      prompt: "Newsletter abonnieren und nichts mehr verpassen",
      others: [
        "Sturm reißt Dächer ab",
        "Neue Schule eröffnet im Mai",
        "Wahl in Port Ansel: Wer antritt",
      ],
      comments: "Kommentare (12)",
      comment: """
        Das war doch lange klar, niemand fährt mehr mit der Fähre, seit es teurer wurde.
        """,
      cookies: """
        Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Mit Klick auf \
        „Alle akzeptieren“ stimmen Sie der Verarbeitung zu.
        """,
      footer: "Impressum Datenschutz Kontakt"),
    WorldReport(
      language: "fr",
      title: "La ligne de ferry vers les îles fermera à l’automne",
      line: "Par Ida Marche et Tom Okoro",
      authors: ["Ida Marche", "Tom Okoro"],
      date: "Publié le 5 mars 2024 à 14h30, mis à jour le 6 mars 2024 à 9h12",
      paragraphs: [
        """
        La ligne de ferry entre Port-Ansel et les îles fermera en octobre, ont annoncé \
        lundi ses propriétaires après une rencontre avec la maire, qui leur avait \
        demandé d’attendre le printemps.
        """,
        """
        Environ quatre-vingt-dix personnes travaillent sur les deux navires. Le \
        syndicat affirme ne pas avoir été prévenu avant l’annonce du projet.
        """,
        "« Nous avons tout essayé », a déclaré le directeur.",
        """
        Les îles n’ont pas d’aéroport et le pont le plus proche se trouve à quarante \
        kilomètres au nord, soit plus d’une heure de route.
        """,
      ],
      caption: "Le « Marie » dans le port de Port-Ansel, lundi. LÉA BERG / AFP",
      pointer: "À lire aussi : <a href=\"/x\">Pourquoi le port change de visage</a>",
      prompt: "Inscrivez-vous à notre newsletter pour ne rien manquer",
      others: [
        "La tempête arrache des toits",
        "Une nouvelle école ouvrira en mai",
        "Élections à Port-Ansel : qui se présente",
      ],
      comments: "Commentaires",
      comment: """
        C’était prévisible depuis longtemps, plus personne ne prend le ferry depuis la \
        hausse des prix.
        """,
      cookies: """
        Avec votre accord, nous et nos partenaires utilisons des cookies pour mesurer \
        l’audience et personnaliser les contenus.
        """,
      footer: "Mentions légales Confidentialité Contact"),
    WorldReport(
      language: "es",
      title: "La línea de ferry a las islas cerrará en otoño",
      line: "Por Ida Marcha | Redacción",
      authors: ["Ida Marcha"],
      date: "Actualizado: 06/03/2024 09:12h. Publicado: 05/03/2024 14:30h.",
      paragraphs: [
        """
        La línea de ferry entre Puerto Ansel y las islas cerrará en octubre, anunciaron \
        el lunes los propietarios tras una reunión con la alcaldesa, que les había \
        pedido esperar hasta la primavera.
        """,
        """
        Unas noventa personas trabajan en los dos barcos. El sindicato dijo que no se \
        le había informado del plan antes de que se anunciara.
        """,
        "«Lo hemos intentado todo», afirmó el director.",
        """
        Las islas no tienen aeropuerto y el puente más cercano está cuarenta kilómetros \
        al norte, a más de una hora de camino.
        """,
      ],
      caption: "El «Marie», en el puerto de Puerto Ansel. LENA BERG / EFE",
      pointer: "Lea también: <a href=\"/x\">Por qué cambia el puerto</a>",
      prompt: "Suscríbete a nuestro boletín y recibe las noticias",
      others: [
        "La tormenta arranca tejados",
        "Abrirá una nueva escuela en mayo",
        "Elecciones en Puerto Ansel",
      ],
      comments: "Comentarios",
      comment: """
        Se veía venir desde hace tiempo, nadie toma ya el ferry desde que subieron los \
        precios.
        """,
      cookies: """
        Utilizamos cookies propias y de terceros para analizar nuestros servicios y \
        mostrarte publicidad relacionada con tus preferencias.
        """,
      footer: "Aviso legal Privacidad Contacto"),
    WorldReport(
      language: "pt",
      title: "Linha de ferry para as ilhas vai encerrar no outono",
      line: "Por Ida Março, Agência Lusa",
      authors: ["Ida Março"],
      date: "05 de março de 2024 às 14:30",
      paragraphs: [
        """
        A linha de ferry entre Porto Ansel e as ilhas vai encerrar em outubro, \
        anunciaram na segunda-feira os proprietários após uma reunião com a presidente \
        da câmara, que pedira que esperassem até à primavera.
        """,
        """
        Cerca de noventa pessoas trabalham nos dois navios. O sindicato disse que não \
        foi informado do plano antes do anúncio.
        """,
        "“Tentámos tudo”, afirmou o diretor.",
        """
        As ilhas não têm aeroporto e a ponte mais próxima fica quarenta quilómetros a \
        norte, a mais de uma hora de caminho.
        """,
      ],
      caption: "O “Marie” no porto. Foto: Lena Berg/Lusa",
      pointer: "Leia também: <a href=\"/x\">Porque muda o porto</a>",
      prompt: "Subscreva a nossa newsletter",
      others: [
        "Tempestade arranca telhados",
        "Nova escola abre em maio",
        "Eleições em Porto Ansel",
      ],
      comments: "Comentários",
      comment: """
        Já se esperava há muito, ninguém apanha o ferry desde que os preços subiram.
        """,
      cookies: """
        Utilizamos cookies para melhorar a sua experiência e apresentar publicidade \
        personalizada.
        """,
      footer: "Termos Privacidade Contactos"),
    WorldReport(
      language: "el",
      title: "Η ακτοπλοϊκή γραμμή προς τα νησιά κλείνει το φθινόπωρο",
      line: "Συντάκτης: Ίντα Μαρς",
      authors: ["Ίντα Μαρς"],
      date: "05 Μαρτίου 2024 14:30",
      paragraphs: [
        """
        Η ακτοπλοϊκή γραμμή ανάμεσα στο Πορτ Άνσελ και τα νησιά θα κλείσει τον \
        Οκτώβριο, ανακοίνωσαν τη Δευτέρα οι ιδιοκτήτες μετά από συνάντηση με τη \
        δήμαρχο, που τους είχε ζητήσει να περιμένουν.
        """,
        """
        Περίπου ενενήντα άνθρωποι εργάζονται στα δύο πλοία. Το σωματείο δήλωσε ότι δεν \
        ενημερώθηκε για το σχέδιο πριν ανακοινωθεί.
        """,
        "«Δοκιμάσαμε τα πάντα», είπε ο διευθυντής.",
        """
        Τα νησιά δεν έχουν αεροδρόμιο και η πλησιέστερη γέφυρα βρίσκεται σαράντα \
        χιλιόμετρα βόρεια, πάνω από μία ώρα δρόμος.
        """,
      ],
      caption: "Το «Μαρί» στο λιμάνι. ΑΠΕ-ΜΠΕ/ΛΕΝΑ ΜΠΕΡΓΚ",
      pointer: "Διαβάστε επίσης: <a href=\"/x\">Γιατί αλλάζει το λιμάνι</a>",
      prompt: "Εγγραφείτε στο newsletter μας",
      others: [
        "Η καταιγίδα ξήλωσε στέγες",
        "Νέο σχολείο ανοίγει τον Μάιο",
        "Εκλογές στο Πορτ Άνσελ",
      ],
      comments: "Σχόλια",
      comment: """
        Ήταν φανερό εδώ και καιρό, κανείς δεν παίρνει το πλοίο αφότου ανέβηκαν οι τιμές.
        """,
      cookies: """
        Χρησιμοποιούμε cookies για να βελτιώσουμε την εμπειρία σας και τις διαφημίσεις.
        """,
      footer: "Ταυτότητα Επικοινωνία Όροι"),
    WorldReport(
      language: "ru",
      title: "Паромную линию на острова закроют осенью",
      line: "Автор: Ида Марш",
      authors: ["Ида Марш"],
      date: "5 марта 2024, 14:30",
      paragraphs: [
        """
        Паромную линию между Порт-Анселом и островами закроют в октябре, сообщили в \
        понедельник владельцы после встречи с мэром, которая просила их подождать до \
        весны.
        """,
        """
        На двух судах работают около девяноста человек. Профсоюз заявил, что о плане \
        ему не сообщили до объявления.
        """,
        "«Мы испробовали всё», — сказал директор.",
        """
        На островах нет аэропорта, а ближайший мост находится в сорока километрах к \
        северу, больше часа езды.
        """,
      ],
      caption: "«Мари» в порту Порт-Ансела. Фото: Лена Берг / ТАСС",
      pointer: "Читайте также: <a href=\"/x\">Почему меняется порт</a>",
      prompt: "Подпишитесь на нашу рассылку",
      others: [
        "Шторм сорвал крыши",
        "Новая школа откроется в мае",
        "Выборы в Порт-Анселе",
      ],
      comments: "Комментарии",
      comment: """
        Это было ясно давно, никто не ездит на пароме с тех пор, как цены выросли.
        """,
      cookies: """
        Мы используем файлы cookie, чтобы улучшить работу сайта и показывать персональную \
        рекламу.
        """,
      footer: "О проекте Реклама Контакты"),
    WorldReport(
      language: "tr",
      title: "Adalara feribot hattı sonbaharda kapanıyor",
      line: "Haber: İda Marş",
      authors: ["İda Marş"],
      date: "Yayınlanma: 05.03.2024 - 14:30 Güncelleme: 06.03.2024 - 09:12",
      paragraphs: [
        """
        Ansel Limanı ile adalar arasındaki feribot hattı ekim ayında kapanacak. \
        Sahipleri bunu, bahara kadar beklemelerini isteyen belediye başkanıyla \
        yaptıkları toplantının ardından pazartesi günü açıkladı.
        """,
        """
        İki gemide yaklaşık doksan kişi çalışıyor. Sendika, plan açıklanmadan önce \
        kendilerine bilgi verilmediğini söyledi.
        """,
        "Müdür, “Her şeyi denedik” dedi.",
        """
        Adalarda havaalanı yok ve en yakın köprü kırk kilometre kuzeyde, arabayla bir \
        saatten fazla sürüyor.
        """,
      ],
      caption: "“Marie” Ansel Limanı’nda. Fotoğraf: Lena Berg / AA",
      pointer: "İLGİLİ HABER: <a href=\"/x\">Liman neden değişiyor</a>",
      prompt: "Bültenimize abone olun",
      others: [
        "Fırtına çatıları uçurdu",
        "Yeni okul mayısta açılıyor",
        "Ansel Limanı seçimleri",
      ],
      comments: "Yorumlar",
      comment: """
        Bu çoktan belliydi, fiyatlar arttığından beri kimse feribota binmiyor.
        """,
      cookies: """
        Deneyiminizi iyileştirmek ve kişiselleştirilmiş reklamlar göstermek için çerezler \
        kullanıyoruz.
        """,
      footer: "Künye İletişim Gizlilik"),
    WorldReport(
      language: "id",
      title: "Jalur feri ke kepulauan akan ditutup musim gugur",
      line: "Penulis: Ida Maryam | Editor: Tono Okoro",
      authors: ["Ida Maryam"],
      date: "Selasa, 05 Maret 2024 14:30 WIB",
      paragraphs: [
        """
        Jalur feri antara Pelabuhan Ansel dan kepulauan akan ditutup pada Oktober, kata \
        para pemilik pada Senin setelah bertemu dengan wali kota, yang meminta mereka \
        menunggu sampai musim semi.
        """,
        """
        Sekitar sembilan puluh orang bekerja di dua kapal itu. Serikat pekerja \
        mengatakan bahwa mereka tidak diberi tahu tentang rencana itu sebelum diumumkan.
        """,
        "\"Kami sudah mencoba semuanya,\" kata direktur.",
        """
        Kepulauan itu tidak memiliki bandara, dan jembatan terdekat berjarak empat \
        puluh kilometer ke utara, lebih dari satu jam perjalanan.
        """,
      ],
      caption: "Kapal \"Marie\" di Pelabuhan Ansel. (ANTARA FOTO/Lena Berg)",
      pointer: "Baca juga: <a href=\"/x\">Mengapa pelabuhan berubah</a>",
      prompt: "Dapatkan berita pilihan setiap hari",
      others: [
        "Badai merobohkan atap",
        "Sekolah baru dibuka Mei",
        "Pemilu di Pelabuhan Ansel",
      ],
      comments: "Komentar",
      comment: "Sudah lama jelas, tidak ada yang naik feri sejak harganya naik.",
      cookies: """
        Kami menggunakan cookie untuk meningkatkan pengalaman Anda dan menampilkan iklan.
        """,
      footer: "Tentang Kami Redaksi Pedoman Media Siber"),
  ]
}
