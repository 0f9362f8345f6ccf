using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TemporalVideo.Sessions;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Web.Access;

namespace TemporalVideo.Web.Api;

/// <summary>What can be looked at and listened to: the scene of a segment, and how a voice sounds.</summary>
internal static class SampleEndpoints
{
    private const int StillWidth = 640;
    private const string Sentence = "This is how I sound.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/sessions/{sessionId}/stills/{segmentId}", StillAsync)
            .WithSummary("The scene of a segment, as a picture; with take=2 that take of it.")
            .Produces(StatusCodes.Status200OK, contentType: "image/jpeg").Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/voices/{name}/sample", SampleAsync).WithSummary("A sentence in a voice of this machine.")
            .Produces(StatusCodes.Status200OK, contentType: "audio/wav").ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> StillAsync(
        string sessionId, string segmentId, HttpContext context, SceneStills stills, int? take = null)
    {
        var session = Caller.Session(context, sessionId);
        var found = Workflows.Contracts.SessionKey.IsValidId(segmentId)
            ? await stills.FindAsync(session, segmentId, take, context.RequestAborted) : null;
        if (found is not { } scene)
        {
            throw new WebException(StatusCodes.Status404NotFound, take is null ? $"The scene of '{segmentId}' is not drawn."
                : $"There is no take {take} of '{segmentId}'.");
        }

        var tag = $"\"{scene.Version}\"";
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(await stills.ReadAsync(scene.Key, StillWidth, context.RequestAborted), "image/jpeg");
    }

    private static async Task<IResult> SampleAsync(string name, HttpContext context, LessonPlans plans, VoiceSamples samples)
    {
        Caller.Of(context);
        var voice = plans.Voices.All.FirstOrDefault(voice => voice.Name == name)
            ?? throw new WebException(StatusCodes.Status404NotFound, $"There is no voice '{name}' here. GET /api/voices lists them.");
        return TypedResults.Bytes(await samples.OfAsync(voice, context.RequestAborted), "audio/wav");
    }

    /// <summary>Speaks each voice once.</summary>
    internal sealed class VoiceSamples
    {
        private readonly ConcurrentDictionary<string, byte[]> _spoken = new();

        public async Task<byte[]> OfAsync(Studio.Narration.Voices.IVoice voice, CancellationToken cancellationToken)
        {
            if (_spoken.TryGetValue(voice.Name, out var known))
            {
                return known;
            }

            using var folder = new TemporaryFolder();
            var file = folder.File("sample.wav");
            try
            {
                var language = voice.Languages.Contains("en") || voice.Languages.Count == 0 ? "en" : voice.Languages.First();
                await voice.SpeakAsync(Sentence, LanguageTag.Parse(language), 1, file, cancellationToken);
            }
            catch (NotSupportedException)
            {
                throw new WebException(
                    StatusCodes.Status422UnprocessableEntity, $"{voice.Name} is paid for by the sentence; there is no sample of it.");
            }

            return _spoken[voice.Name] = await File.ReadAllBytesAsync(file, cancellationToken);
        }
    }
}
