import type { Words } from '../concepts.ts';

export const it: Words = {
  'measure:allocation':
    'dotazion* | dotaz* | dot | budget | plafond | stanziat* | stanziament* | stanziare | quanto vale | quanto valev* | valev* | quanto ammont* | ammontav* | soldi a disposizione | risorse a disposizione | risorse disponibili | risorse assegnate | soldi assegnati | fondi assegnati | disponibilita finanziaria | disponibilita | capienza | portafoglio | piano finanziario | fondi previsti | soldi previsti | risorse previste',
  'measure:activated':
    'attivat* | attivazion* | attivare | attivo | messo a bando | messe a bando | messi a bando | risorse a bando | a bando | bandi | bandit*',
  'measure:committed':
    'impegnat* | impegni | impegno | impegnare | impegniamo | impegnarsi | obbligazion* | contrattualizzat*',
  'measure:paid':
    'pagat* | pagament* | pagare | pagando | liquidat* | liquidazion* | liquidare | erogat* | erogazion* | erogare | versat* | sborsat* | bonificat* | trasferit* | usciti dalle casse',
  'measure:rate-commitment': 'capacita di impegno',
  'measure:rate-payment': 'efficienza realizzativa | capacita di spesa',
  'measure:certified':
    'certificat* | certif* | certificazion* | certificare | certificando | spesa certificata | spese certificate | certificato di spesa | rendicontat* | rendicontazion* | rendicontare',
  'measure:declared':
    'dichiarat* | spesa dichiarata | spese dichiarate | spesa ammissibile dichiarata | spesa ammissibile',
  'measure:admitted': 'ammess* | ammess* a finanziamento',
  'measure:funded': 'finanziat*',
  'measure:programmed': 'programmat* | stanziamento programmato',
  'measure:updated_budget': 'aggiornat* | risorse aggiornate',
  'measure:reprogrammed': 'riprogrammat*',
  'measure:granted': 'concess*',
  'measure:projects': 'progetti | numero progetti | n progetti | nr progetti',
  'measure:selected-operations': 'operazioni | operazione | operazioni selezionate | operazioni finanziate',
  'measure:participants':
    'partecipant* | partecipato | partecipano | destinatar* | persone | persona | utenti | gente | individui | soggetti | in quanti | coinvolt* | raggiunte | teste',
  'measure:participants-female':
    'donne | donna | femmin* | ragazze | sesso femminile | genere femminile | componente femminile | lavoratrici',
  'measure:participants-male':
    'uomini | uomo | maschi | maschio | maschil* | sesso maschile | genere maschile | componente maschile',
  'measure:participants-disability':
    'disabil* | persone con disabilita | soggetti con disabilita | portatori di handicap | persone disabili | diversamente abili | invalid*',
  'measure:participants-migrants':
    'migrant* | immigrat* | stranier* | minoranz* | cittadini di paesi terzi | paesi terzi | extracomunitar* | migranti e minoranze',
  'measure:participants-other':
    'altri svantaggiati | altre persone svantaggiate | altri soggetti svantaggiati | altre svantaggiate | altre categorie svantaggiate',
  'measure:participants-vulnerable':
    'vulnerabil* | fragil* | svantaggiat* | particolarmente vulnerabili | persone vulnerabili | persone svantaggiate | persone fragili | soggetti vulnerabili | soggetti svantaggiati | soggetti fragili | categorie svantaggiate | categorie fragili',
  'measure:participants-active-inclusion':
    'interventi di inclusione attiva | misure di inclusione attiva | in inclusione attiva | inclusione attiva',
  'measure:participants-labour-policy':
    'politica attiva del lavoro | politiche attive del lavoro | politica attiva | politiche attive',
  'measure:participants-skills':
    'rafforzamento delle competenze | rafforzamento competenze | misure di rafforzamento delle competenze',
  'measure:vulnerable-job-placement':
    'inserimento lavorativo | inseriti al lavoro | supportat* inserimento lavorativo | supportat* nell inserimento lavorativo',
  'measure:target':
    'target | obiettiv* | traguard* | valore target | valore obiettivo | valore atteso | dobbiamo arrivare | soglia',
  'measure:value':
    'valore raggiunto | raggiunt* | raggiungiamo | raggiungere | conseguit* | valore attuale | valore | risultato',
  'measure:gap':
    'scostamento | distanza dal target | distanza | lontan* dal target | punti mancano | punti dal target',
  'measure:output': 'realizzazion*',
  'status:reached':
    'target raggiunto | raggiunto il target | hanno raggiunto il target | centrat* | in linea | a target | sopra il target | sopra target | superato il target | superano il target',
  'status:near': 'vicin* al target | quasi a target',
  'status:below':
    'sotto il target | sotto target | non raggiunto | non hanno raggiunto | non ha raggiunto | indietro | in ritardo | mancano il target | lontani dal target | lontano dal target | non in linea | non a target | non raggiungono',
  spent:
    'speso | spesa | spesi | spese | spendere | spendiamo | spende | spesi finora | utilizzat* | consumat* | quanto spendiamo',
  amount:
    'partecipa | finanzia | finanziano | quanto | quanti soldi | soldi | risorse | import* | mln | milioni | milione | euro | fondi | finanziament* | cifra | cifre | denaro | denari | costo | costa | costi | somma | ammontare | ammonta | valgono | vale | stanzia | mette | contributo | contribuisce | investit* | investiment*',
  rate: 'tasso | tassi | percentual* | in percentuale | percento | per cento | avanzamento | assorbiment* | perc | pct | rapporto | efficienza',
  share: 'quota | incidenza | peso | pesa | pesano | fetta | quota parte | ripartizion* | cofinanziament*',
  remaining:
    'manca | mancano | mancava | mancavano | restava | restavano | rimaneva | rimanevano | mancante | mancanti | resta | restano | restante | rimane | rimangono | rimanente | rimanenza | rimasto | rimasti | residu* | ancora da | non ancora | avanza | avanzano | libero | liberi',
  compare:
    'confront* | rispetto a | rispetto | contro | vs | versus | paragon* | differenza | differenze | divario',
  rank: 'di piu | maggior* | maggiormente | miglior* | classifica | graduatoria | piu alt* | piu avant* | piu avanzat* | piu elevat* | piu grand* | piu grosso | piu grossa | piu costos* | piu caro | piu cara | piu care | piu cari | piu ricc* | primo per | in testa | top',
  'rank-low':
    'di meno | minor* | peggior* | piu bass* | piu piccol* | piu economic* | piu pover* | piu indietro | ultimo per | in coda | fanalino di coda',
  'each-axis':
    'tutti gli assi | per singolo asse | singolo asse | per ogni asse | a livello di asse | per asse | per assi | ciascun asse | ogni asse | singoli assi | asse per asse | tra gli assi | fra gli assi | quale asse | quali assi | gli assi | vari assi | diversi assi | altri assi | degli assi | assi prioritari',
  'each-source':
    'fonti di finanziamento | fonte di finanziamento | quale fonte | per fonte | fonti | chi finanzia | chi paga il programma | chi mette i soldi',
  'by-sex':
    'per genere | per sesso | uomini e donne | donne e uomini | maschi e femmine | femmine e maschi | genere | sesso',
  groups: 'gruppi vulnerabili | gruppi di svantaggiati | per gruppo | gruppi',
  list: 'elenc* | lista | quali sono | quali | che iniziative | mostrami | elencami',
  programme: 'intero programma | programma intero | tutto il programma | programma operativo',
  total:
    'total* | tot | tutti gli assi insieme | tutti gli assi messi insieme | in totale | complessiv* | in tutto | totali | nel complesso | globale | generale | nell insieme | totalmente | cumulato',
  axis: 'asse | assi',
  priority: 'priorita | priorita d investimento',
  result: 'indicator* | indicatori di risultato',
  reprogramming: 'riprogrammazion* | rimodulazion* | riallocazion*',
  falls:
    'diminui* | diminuzion* | ridott* | riduzion* | calat* | sces* | in meno | perso di piu | perso piu | ha perso | hanno perso | perde | quanto perso | tolt* | tagliat*',
  latest:
    'ultimo dato | ultimi dati | ultima cifra | ultime cifre | ultimo valore | ultimi valori | ultimo aggiornamento | ultima data | piu recente | piu recenti | piu aggiornato | piu aggiornati',
  filler:
    'dove | dov | gennaio | febbraio | marzo | aprile | maggio | giugno | luglio | agosto | settembre | ottobre | novembre | ugual* | stessa cosa | coincid* | bruxelles | mi manca | mi mancano | progetto | raga | supportat* | ke | cmq | xche | xke | nn | qnt | qnti | qta | qti | uni | altri | altre | ciascuno | ciascuna | stato avanzamento | stato di avanzamento | commissione | commissione europea | bruxelles ci chiede | giornale | giornalista | stampa | comunicato | consigliere | consiglio | nota | verbale | quant* | ciao | salve | buongiorno | buonasera | buon pomeriggio | grazie | per favore | perfavore | cortesemente | gentilmente | scusa | scusate | scusami | ragazzi | dato | dati | numero | numeri | n | nr | mi serve | mi servono | servirebbe | servono | serve | vorrei | vorremmo | volevo | potresti | potete | riesci | riusciamo | dimmi | dammi | fammi | sapere | vedere | capire | riunione | riunioni | comitato | sorveglianza | slide | presentazione | report | relazione | capo | direttore | dirigente | assessore | collega | colleghi | domani | stasera | stamattina | oggi | ieri | subito | urgente | urgenza | adesso | ora | entro | veloce | velocemente | rapidamente | finora | attualmente | ad oggi | a oggi | oggi | fino | fine | anno | dicembre | 31 | 12 | aggiornamento | ultimo | ultima | ultimi | recente | disponibile | sappiamo | risulta | risultano | risultat* | arrivati | arrivat* | siamo | stiamo | andando | abbiamo | hanno | messi | situazione | punto | livello | riguarda | riguardo | relativo | relativa | relativi | relative | circa | proposito | merito | parte | lato | fronte | tema | voce | tabella | grafico | esatto | esatta | esattamente | preciso | precisa | precisamente | effettivamente | effettivo | effettiva | davvero | proprio | misura | misure | regionale | controllo | chiedono | chiede | chiedere | chiedo | domanda | confermi | conferma | ricordi | ricordo | dovrei | devo | bisogno | avrei | avere | qualcuno | sa | sapete | conosci | figure | previst* | asse | prioritario | cioe | quindi | allora | insomma | bene | ok | ehi | hey | hello | team | ufficio | monitoraggio | giorno | mese | settimana | periodo | momento | questo | sono state | sono stati | venire | viene | vengono | fatto | fatta | fatti | fare | messo | soltanto | solo | ancora | gia | anche | invece | esattamente | numericamente | euro | migliaia',
};
