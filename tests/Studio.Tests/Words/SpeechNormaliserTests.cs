using TemporalVideo.Studio.Words;

namespace TemporalVideo.Studio.Tests.Words;

public sealed class SpeechNormaliserTests
{
    public static TheoryData<string, string, string> Cases => SpeechCases.Of("speech", "en", "de", "fr", "es", "it", "pt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Speak_Text_IsSaidAsAPersonWould(string language, string text, string spoken) =>
        SpeechNormaliser.For(language).Speak(text).Spoken.Should().Be(spoken);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Speak_SpokenText_StaysAsItIs(string language, string text, string spoken) =>
        SpeechNormaliser.For(language).Speak(spoken).Spoken.Should().Be(spoken, "what \"{0}\" became has nothing left to write out", text);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Speak_Text_KnowsAllSigns(string language, string text, string spoken)
    {
        _ = spoken;
        SpeechNormaliser.For(language).Speak(text).UnknownSigns.Should().BeEmpty();
    }

    [Theory]
    [InlineData("en", "The set C ⊗ D", "⊗")]
    [InlineData("en", "A ∮ B", "∮")]
    [InlineData("en", "The sign ⚗ means alchemy.", "⚗")]
    [InlineData("en", "The word γάτα means cat.", "γάτα")]
    [InlineData("de", "Москва ist groß.", "Москва")]
    [InlineData("el", "Η λέξη Москва.", "Москва")]
    [InlineData("en", @"\(\lightning x\)", @"\lightning")]
    public void Speak_WithoutARule_HandsTheSignBack(string language, string text, string sign) =>
        SpeechNormaliser.For(language).Speak(text).UnknownSigns.Should().Equal(sign);

    [Theory]
    [InlineData("fi", "Ilmassa on 21 % happea.", "Ilmassa on 21 % happea.")]
    [InlineData("el", "Η γάτα έχει 4 πόδια.", "Η γάτα έχει 4 πόδια.")]
    [InlineData("zh", "你好。水在100度沸腾。", "你好。水在100度沸腾。")]
    [InlineData("ar", "مرحبا بكم.", "مرحبا بكم.")]
    [InlineData("ru", "Поезд едет 60 км/ч за 3 ч.",
        "Поезд едет 60 километров в час за 3 часа.")]
    [InlineData("ar", "السرعة 60 km/h.", "السرعة 60 كيلومتر لكل ساعة.")]
    [InlineData("ko", "온도는 25 °C입니다.", "온도는 25 도 입니다.")]
    [InlineData("ru", "1367–1368 гг. — стены", "с тысяча триста шестьдесят седьмого по тысяча триста шестьдесят восьмой год, стены")]
    [InlineData("ru", "В 1914–1918 гг. шла война.", "В тысяча девятьсот четырнадцатом, тысяча девятьсот восемнадцатом годах шла война.")]
    [InlineData("ru", "в 1812 г. и с 1941 по 1945 год",
        "в тысяча восемьсот двенадцатом году и с тысяча девятьсот сорок первого по тысяча девятьсот сорок пятый год")]
    [InlineData("ru", "9 мая — День Победы, 22.06.1941",
        "девятое мая, День Победы, двадцать второго июня тысяча девятьсот сорок первого")]
    [InlineData("ru", "14 окт. 1840 г., 3 марта 1900, 2000 год",
        "четырнадцатого октября тысяча восемьсот сорокового года, третьего марта тысяча девятисотого, двухтысячный год")]
    [InlineData("ru", "длина 2–3 м, около 10–15 км", "длина от 2 до 3 метров, около 10 до 15 километров")]
    [InlineData("ru", "−2…+3 °С", "минус 2 до +3 градусов Цельсия")]
    [InlineData("sv", "Böter 2 500:-, karta 1:10 000, kl 8:15", "Böter 2500 kronor, karta 1 till 10000, klockan 8:15")]
    [InlineData("nl", "schaal 1:50.000", "schaal 1 op 50.000")]
    [InlineData("pl", "skala 1:25 000, 1 : 2", "skala 1 do 25000, 1 do 2")]
    [InlineData("ru", "в XIX в., конец XVIII в., XX век", "в девятнадцатом веке, конец восемнадцатого века, двадцатый век")]
    [InlineData("ru", "Гоголь (1809–1852), ок. 1 ч 30 мин.",
        "Гоголь, тысяча восемьсот девятый, тысяча восемьсот пятьдесят второй годы, около 1 часа 30 минут.")]
    [InlineData("ru", "Сдать: 19.12 в 17:30, стр. 48–49, рис. 3.12",
        "Сдать: девятнадцатого декабря в 17:30, страница 48 до 49, рисунок 3.12")]
    [InlineData("da", "42 km², ca. 5 mio., 110 km/t, tors. d. 14/9",
        "42 kvadratkilometer, cirka 5 millioner, 110 kilometer per time, torsdag den 14 september")]
    [InlineData("nl", "2,6 km² t/m 17 mei", "2,6 vierkante kilometer tot en met 17 mei")]
    [InlineData("pl", "5 m², Odp.: 3 m³", "5 metrów kwadratowych, Odpowiedź: 3 metrów sześciennych")]
    [InlineData("sv", "5 m² och 2 m³", "5 kvadratmeter och 2 kubikmeter")]
    [InlineData("tr", "5 m²", "5 metrekare")]
    public void Speak_LanguageWithoutRules_LeavesTheTextButSignsAndUnits(string language, string text, string spoken) =>
        SpeechNormaliser.For(language).Speak(text).Spoken.Should().Be(spoken);

    [Theory]
    [InlineData("great job 🎉!", "great job!")]
    [InlineData("zero\u200Bwidth so\u00ADft", "zerowidth soft")]
    [InlineData("cafe\u0301", "cafe")]
    public void Speak_SignsWithoutSound_AreSilent(string text, string spoken)
    {
        var speech = SpeechNormaliser.For("en").Speak(text);

        speech.Spoken.Should().Be(spoken);
        speech.UnknownSigns.Should().BeEmpty();
    }

    [Fact]
    public void Speak_FromManyThreads_SaysTheSame()
    {
        var spoken = new string[200];

        Parallel.For(0, spoken.Length, i => spoken[i] = SpeechNormaliser.For("en").Speak(@"So \(x^2 = 4\) in 1789.").Spoken);

        spoken.Should().AllBe("So x squared equals four in seventeen eighty-nine.");
    }
}
