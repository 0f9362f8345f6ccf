using System.ClientModel.Primitives;
using OpenAI.Images;
using TemporalVideo.OpenAi.Calls;

namespace TemporalVideo.OpenAi.Images;

/// <summary>
/// Asks for a picture by others: <c>images/edits</c>, a form with each of them as <c>image[]</c>. The package's own method takes one.
/// </summary>
internal static class EditCall
{
    /// <summary>Asks.</summary>
    /// <param name="client">Of the model.</param>
    /// <param name="model">The model's name, which this method of the package does not send by itself.</param>
    /// <param name="quality">In its own word; empty for the model's choice.</param>
    /// <param name="order">What is wanted; at least one picture.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public static async Task<(GeneratedImageCollection Made, string? Id)> MakeAsync(
        ImageClient client, string model, string quality, ImageOrder order, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(model), "\"model\"" },
            { new StringContent(order.Prompt), "\"prompt\"" },
            { new StringContent("1"), "\"n\"" },
            { new StringContent($"{order.Size.Width}x{order.Size.Height}"), "\"size\"" },
        };
        if (quality.Length > 0)
        {
            form.Add(new StringContent(quality), "\"quality\"");
        }

        foreach (var (index, picture) in order.Pictures.Index())
        {
            form.Add(Forms.Picture(picture), "\"image[]\"", $"\"reference{index + 1}.png\"");
        }

        var (body, type) = await Forms.BodyOfAsync(form, cancellationToken);
        using var sent = body;
        var result = await client.GenerateImageEditsAsync(
            sent, type, new RequestOptions { CancellationToken = cancellationToken });
        return ((GeneratedImageCollection)result, OpenAiService.RequestIdOf(result));
    }
}
