using TemporalVideo.Tests.OpenAi.Products;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Speech.</summary>
internal static class SpeechCalls
{
    private static readonly string[] Voices = ["alloy", "ash", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer"];
    private static readonly string[] NewerVoices = [.. Voices, "ballad", "verse", "marin", "cedar"];

    public static Product Speak(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, "model", "input", "voice", "instructions", "response_format", "speed", "stream_format");
        var model = Rules.Model(request, name => name is "tts-1" or "tts-1-hd" or "gpt-4o-mini-tts");
        var older = model.StartsWith("tts-1", StringComparison.Ordinal);
        if (older)
        {
            Rules.Absent(request, model, "instructions");
        }

        var text = Rules.Text(request, "input", 4096);
        Rules.Text(request, "voice", 100);
        Rules.Choice(request, "voice", "", older ? Voices : NewerVoices);
        var format = Rules.Choice(request, "response_format", "mp3", "mp3", "opus", "aac", "flac", "wav", "pcm");
        var speed = Rules.Number(request, "speed", 1, 0.25, 4);
        Rules.Choice(request, "stream_format", "audio", "audio", "sse");
        if (format != "pcm")
        {
            throw ApiError.Invalid("response_format", $"The fake encodes nothing: ask for pcm, not {format}.");
        }

        Rules.Moderate(fake, text);
        // The newer model takes a speed and does not follow it.
        var speech = FakeSpeech.Say(text, older ? speed : 1);
        fake.Spoken.Keep(text, speech);
        return new Product("audio/pcm", speech.ToPcm(), model, Prices.OfSpeech(model, text.Length, speech.Seconds));
    }
}
