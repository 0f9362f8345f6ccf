using System.Text.Json;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>One call of the API.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Path">Its path behind the version.</param>
/// <param name="MakeAsync">Checks a request and makes its product.</param>
internal sealed record Endpoint(string Name, string Method, string Path, Func<FakeRequest, Task<Product>> MakeAsync)
{
    public static IEnumerable<Endpoint> All(FakeOpenAi fake) =>
    [
        new("models", "GET", "models", _ => Task.FromResult(Product.Json(new
        {
            @object = "list",
            data = Prices.Models.Select(model => new { id = model, @object = "model", created = 1_700_000_000, owned_by = "openai" }),
        }))),
        new("chat", "POST", "chat/completions", request => Task.FromResult(ChatCalls.Answer(fake, request))),
        new("images", "POST", "images/generations", request => Task.FromResult(ImageCalls.Draw(fake, request))),
        new("edits", "POST", "images/edits", request => Task.FromResult(EditCalls.Draw(fake, request))),
        new("speech", "POST", "audio/speech", request => Task.FromResult(SpeechCalls.Speak(fake, request))),
        new("transcription", "POST", "audio/transcriptions", request => Task.FromResult(TranscriptionCalls.Hear(fake, request))),
        new("videos", "POST", "videos", request => Task.FromResult(VideoCalls.Begin(fake, request))),
        new("videos.list", "GET", "videos", _ => Task.FromResult(VideoCalls.List(fake))),
        new("videos.get", "GET", "videos/{id}", request => Task.FromResult(VideoCalls.Get(fake, request))),
        new("videos.content", "GET", "videos/{id}/content", request => VideoCalls.ContentAsync(fake, request)),
    ];
}

/// <summary>What a call answers with.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Model">The model that made it; empty for none.</param>
/// <param name="MicroDollars">What it costs.</param>
internal sealed record Product(string ContentType, byte[] Bytes, string Model = "", long MicroDollars = 0)
{
    public static Product Json(object content, string model = "", long microDollars = 0) =>
        new("application/json", JsonSerializer.SerializeToUtf8Bytes(content), model, microDollars);
}
