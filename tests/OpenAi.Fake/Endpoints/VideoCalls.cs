using System.Diagnostics;
using SkiaSharp;

namespace TemporalVideo.Tests.OpenAi.Endpoints;

/// <summary>Videos: a job that is done when it has been asked for twice.</summary>
internal static class VideoCalls
{
    public static Product Begin(FakeOpenAi fake, FakeRequest request)
    {
        Rules.Known(request, "model", "prompt", "seconds", "size", "input_reference");
        var model = request.Body["model"] is null ? "sora-2" : Rules.Model(request, name => name is "sora-2" or "sora-2-pro");
        var prompt = Rules.Text(request, "prompt", 32000);
        var seconds = int.Parse(Rules.Choice(request, "seconds", "4", "4", "8", "12"));
        var size = model == "sora-2"
            ? Rules.Choice(request, "size", "720x1280", "720x1280", "1280x720")
            : Rules.Choice(request, "size", "720x1280", "720x1280", "1280x720", "1024x1792", "1792x1024");
        Rules.Moderate(fake, prompt);
        var (width, height) = (int.Parse(size.Split('x')[0]), int.Parse(size.Split('x')[1]));
        CheckReference(request, width, height);
        var job = fake.Videos.Add(model, seconds, size);
        return Product.Json(Of(job, "queued"), model, Prices.OfVideo(model, seconds, width, height));
    }

    public static Product Get(FakeOpenAi fake, FakeRequest request)
    {
        var job = Find(fake, request);
        return ++job.Asked < 2 ? Product.Json(Of(job, "in_progress"))
            : fake.VideosFailBecause is { } reason
                ? Product.Json(new { id = job.Id, @object = "video", status = "failed", error = new { code = "failed", message = reason } })
            : Product.Json(Of(job, "completed"));
    }

    public static Product List(FakeOpenAi fake) =>
        Product.Json(new { @object = "list", data = fake.Videos.All.Select(job => Of(job, "completed")), has_more = false });

    public static async Task<Product> ContentAsync(FakeOpenAi fake, FakeRequest request)
    {
        var job = Find(fake, request);
        if (job.Asked < 2)
        {
            throw new ApiError(404, null, "Video is not ready yet.");
        }

        var file = Path.Combine(Path.GetTempPath(), $"fake-{Guid.NewGuid():N}.mp4");
        try
        {
            var flashing = fake.VideosFlash ? ",geq=lum='if(lt(mod(N,3),2),235,16)':cb=128:cr=128" : "";
            using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
            [
                "-v", "error", "-f", "lavfi", "-i", $"testsrc2=size={job.Size}:rate=30:duration={job.Seconds}{flashing}", "-c:v", "libx264",
                "-preset", "ultrafast", "-pix_fmt", "yuv420p", file,
            ]))!;
            await ffmpeg.WaitForExitAsync();
            return new Product("video/mp4", await File.ReadAllBytesAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A picture that the video begins with has its size.</summary>
    private static void CheckReference(FakeRequest request, int width, int height)
    {
        if (request.Files.FirstOrDefault(file => file.Field == "input_reference") is not { } file)
        {
            return;
        }

        using var picture = SKBitmap.Decode(file.Bytes)
            ?? throw new ApiError(400, "invalid_input_reference", "The input reference is no picture.");
        if ((picture.Width, picture.Height) != (width, height))
        {
            throw new ApiError(
                400, "invalid_input_reference",
                $"The picture must be as large as the video: {width}x{height}, not {picture.Width}x{picture.Height}.");
        }
    }

    private static VideoJob Find(FakeOpenAi fake, FakeRequest request) => fake.Videos.Find(request.Id!)
        ?? throw new ApiError(404, "not_found", $"No video with id '{request.Id}'.");

    private static object Of(VideoJob job, string status) => new
    {
        id = job.Id,
        @object = "video",
        model = job.Model,
        status,
        progress = status == "completed" ? 100 : status == "queued" ? 0 : 50,
        created_at = 1_700_000_000,
        size = job.Size,
        seconds = $"{job.Seconds}",
    };
}
