#include <array>

#include "names/dictionary.h"

namespace assay {

/// Titles, particles, and given names in their usual writings and short forms.
std::span<const MeaningRow> people_rows() {
  constexpr auto title = TokenClass::title;
  constexpr auto given = TokenClass::given;
  static constexpr auto rows = std::to_array<MeaningRow>({
      {title,
       "mr mrs ms miss mister dr doctor prof professor sir madam madame mme mlle lord lady dame hon honorable rev "
       "reverend fr father st saint eng ing engineer capt captain maj major gen general lt lieutenant col colonel "
       "sgt "
       "sergeant cmdr commander commandant commander_in_chief adm admiral marshal president chairman chair minister "
       "prime_minister premier "
       "comrade ambassador senator governor king queen prince princess sultan emir amir sheikh shaikh shaykh sheik "
       "cheikh "
       "haji hajji hajj hadji hafiz qari mullah mulla maulana mawlawi maulavi molvi mawlana mufti ayatollah imam "
       "imām sayyed sayyid "
       "syed sayed  seyed alhaji ustad ustaz jr sr junior senior ii iii iv esq phd md don dona senor senora "
       "herr frau president_of pan gospodin г господин президент доктор генерал профессор 先生 女士 박사 장군 동지 "
       "위원장 대통령 원수 aka llc ltd sa inc"},
      {TokenClass::particle,
       "al el ul ed ad as es ar er at et az ez ash esh ath an en bin ibn ben bint bt bte binti ould uld von van de "
       "der den del della "
       "di da do dos das du la le las los y e i i zu zum zur ter ten af av ap of the and wal  ud ur us  ol "
       "бин ибн фон ван де аль эль оглы кызы oglu ogly kyzy"},
      {given, "abdul abd abdel abdal abdol abdoul abdoel"},
      {given,
       "mohammed mohamed muhammad mohammad muhammed mohamad mohamud muhamed muhamad mehmed mehmet mohd mhd muhd moh "
       "mahomed mokhammed magomed mukhammad mokhamed мохаммед мухаммад магомед محمد"},
      {given, "ahmed ahmad ahmet akhmed akhmad achmad achmed ахмед احمد أحمد"},
      {given, "mahmoud mahmud mahmood mehmood makhmud"},
      {given, "hussein husein hussain husayn hossein hosein hussayn husain huseyin khusein hussien"},
      {given, "hassan hasan hasssan khasan حسن"},
      {given, "yusuf yousef youssef yousuf yusef joseph josef jozef jose joe youssouf iosif ysuf giuseppe"},
      {given, "ibrahim abraham ebrahim ibraheem avraham abe"},
      {given, "omar umar omer umer"},
      {given, "osama usama usamah ousama"},
      {given, "ali aly"},
      {given, "said saeed saiyid sa_id saeid"},
      {given, "khalid khaled chalid halid"},
      {given, "hamid hameed hamed khamid"},
      {given, "rahman rehman rachman rahmaan"},
      {given, "rahim raheem"},
      {given, "suleiman sulayman sulaiman suleyman soliman solomon suleman"},
      {given, "musa mousa moussa moses moshe"},
      {given, "isa eesa issa essa esa"},
      {given, "qasim kasim qassem qassim kassem ghasem"},
      {given, "mustafa mostafa moustafa mustapha"},
      {given, "abu abou abo"},
      {given, "jan john jon johnny jonny jack ivan johann johannes johan jean juan giovanni joao ian ioann иван"},
      {given, "william will bill billy wilhelm willem guillaume liam guillermo"},
      {given, "robert rob bob bobby roberto bert"},
      {given, "richard rick dick rich ricardo"},
      {given, "james jim jimmy jamie jaime"},
      {given, "michael mike mick mikhail mikhael michel miguel mikhailo mykhailo mykhaylo misha михаил"},
      {given, "edward ed eddie eddy ted teddy eduard eduardo"},
      {given, "theodore  theo theodor fyodor fedor feodor fyodr teodor tedd"},
      {given, "thomas tom tommy tomas"},
      {given, "charles charlie chuck karl carl carlos charley"},
      {given, "nicholas nicolas nick nic nicolaus nikolai nikolay nikolaos nicola nicolai nikola mykola николай"},
      {given,
       "alexander alex aleksandr alexandr alejandro oleksandr aleksander alexandre aleksandar alessandro sasha sandy "
       " александр"},
      {given, "alexei alexey aleksei aleksey oleksiy alexis алексей"},
      {given, "andrew andy andrei andrey andre andreas andriy andres андрей"},
      {given, "anthony tony antonio anton antoine antony"},
      {given, "benjamin  benny"},
      {given, "christopher chris kris kristof christoph"},
      {given, "daniel dan danny daniil"},
      {given, "david dave davy davide daud dawood dawud"},
      {given, "dmitry dmitriy dmitri dmitrii dmytro dima dimitri дмитрий"},
      {given, "elizabeth liz beth betty eliza lizzie elisabeth"},
      {given, "eugene evgeny evgeniy yevgeny yevgeniy evgeni yevgeni evgenii jewgeni евгений"},
      {given, "francis frank francisco franz francois paco franco"},
      {given, "frederick fred freddy  federico"},
      {given, "george georgi georgy georgiy georg jorge georges  георгий"},
      {given, "yuri yuriy yury yurii jurij juri youri юрий"},
      {given, "gregory greg grigory grigoriy grigori hryhoriy григорий"},
      {given, "geoffrey jeffrey jeff geoff jeffery"},
      {given, "henry harry hank henri heinrich enrique hal"},
      {given, "jacob jake jakob yakov yaqub yaqoob jacobus"},
      {given, "katherine catherine kate kathy cathy katie ekaterina yekaterina katarina kathryn"},
      {given, "lawrence larry laurence lorenzo"},
      {given, "leonard leo len leon"},
      {given, "matthew matt mathew matthias mateo"},
      {given, "margaret maggie meg peggy margarita"},
      {given, "patrick pat paddy patricio"},
      {given, "patricia trish patty pattie tricia"},
      {given, "paul pavel pablo paolo pavlo павел"},
      {given, "peter pete pyotr petr pedro petro pierre pjotr piotr петр пётр"},
      {given, "philip phil phillip philippe felipe filipp filip"},
      {given, "raymond ray"},
      {given, "ronald ron ronnie"},
      {given, "samuel sam sammy"},
      {given, "sergei sergey serge sergio sergej serhiy sergii serhii сергей"},
      {given, "stephen steven steve stefan stephan stepan esteban stephane"},
      {given, "susan sue suzanne susanne susanna suzan suzy susie"},
      {given, "timothy tim timmy timofey"},
      {given,
       "vladimir volodymyr wladimir vladimiras vlad uladzimir uladzimer vlagyimir wolodymyr volodimir владимир "
       "володимир "
       "уладзімір 블라디미르 울라지미르"},
      {given, "walter walt"},
      {given, "sarah sara zara"},
      {given, "anna ann anne hannah ana annie"},
      {given, "maria mary marie mariya maryam miriam mariam marya"},
      {given, "helen helena elena yelena olena"},
      {given, "natalia natalya nataliya natalie natasha nataliia"},
      {given, "julia yulia yuliya juliya yuliia"},
      {given, "irina iryna irene"},
      {given, "valery valeriy valeri valerii"},
      {given, "vasily vasiliy vasili vasyl basil"},
      {given, "vitaly vitaliy vitali vitalii"},
      {given, "anatoly anatoliy anatoli anatolii"},
      {given, "arkady arkadiy arkadi arkadii аркадий"},
      {given, "gennady gennadiy gennadi gennadii"},
      {given, "kenneth ken kenny"},
      {given, "gerald gerry jerry gerard"},
      {given, "deborah deb debbie debra"},
      {given, "jennifer jen jenny"},
      {given, "rebecca becky becca"},
      {given, "victoria vicky vicki viktoria"},
      {given, "victor viktor vic"},
      {given, "igor ihor"},
      {given, "oleg oleh"},
      {given, "yevhen yevhenii evhen"},
      {given, "maxim maksim maksym max"},
      {given, "konstantin constantine constantin kostya kostyantyn"},
      {given, "ilya ilia illia elijah ilyas"},
      {given, "dennis denis denys"},
  });
  return rows;
}

}  // namespace assay
