using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Piper;

namespace TemporalVideo.Studio.Tests.Narration;

/// <summary>A voice in a folder that is not whole is listed, and says what is wrong with it.</summary>
public sealed class VoiceFoldersTests : IDisposable
{
    private const string Whole =
        """
        { "audio": { "sample_rate": 22050 }, "espeak": { "voice": "en-us" }, "phoneme_id_map": { "_": [0], "^": [1], "$": [2] } }
        """;

    private readonly MediaRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData(false, Whole, "model.onnx is missing")]
    [InlineData(true, null, "model.onnx.json is missing")]
    [InlineData(true, "{", "cannot be used")]
    [InlineData(true, """{ "audio": { "sample_rate": 22050 }, "espeak": { "voice": "en-us" }, "phoneme_id_map": {} }""", "has no '_'")]
    [InlineData(
        true,
        """{ "phoneme_type": "text", "audio": { "sample_rate": 22050 }, "espeak": { "voice": "uk" }, "phoneme_id_map": {} }""",
        "phoneme_type is 'text'")]
    [InlineData(true, """{ "audio": { "sample_rate": 0 }, "espeak": { "voice": "en" }, "phoneme_id_map": {} }""", "sample_rate is 0")]
    public async Task In_FolderThatIsNoWholeVoice_SaysWhatIsWrong(bool model, string? config, string wrong)
    {
        var voice = Voice(model, config);

        await voice.Awaiting(each => each.RequireAsync(LanguageTag.Parse("en"), CancellationToken.None))
            .Should().ThrowAsync<UnusableInputException>().WithMessage($"*{wrong}*");
    }

    [Fact]
    public void In_WholeVoice_HasItsNameAndLanguage()
    {
        var voice = Voice(true, Whole);

        voice.Name.Should().Be("joe");
        voice.Languages.Should().Equal("en-US");
    }

    private Studio.Narration.Voices.IVoice Voice(bool model, string? config)
    {
        var folder = Directory.CreateDirectory(_room.File("voices/joe")).FullName;
        if (model)
        {
            File.WriteAllText(Path.Combine(folder, PiperVoice.ModelFile), "a model");
        }

        if (config is not null)
        {
            File.WriteAllText(Path.Combine(folder, PiperVoice.ConfigFile), config);
        }

        return new VoiceFolders(_room.Ffmpeg).In([_room.File("voices")]).Single();
    }
}
