using System.Text;
using OpenAI.Chat;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Providers;
using TemporalVideo.Studio.Storytelling.Prompts;

namespace TemporalVideo.OpenAi.Chat;

/// <summary>
/// Asks a language model for an answer in a form (structured outputs). One that cannot be read or used is sent back once with what is
/// wrong; the second is a failure that is not tried again by itself. Answers of no use are not kept: who asks later is answered anew.
/// </summary>
/// <param name="service">Who has the model.</param>
/// <param name="options">Which model.</param>
/// <param name="circuit">Whether it is worth asking.</param>
/// <param name="repair">What is said with an answer that is sent back; its variable is <c>faults</c>.</param>
public sealed class OpenAiChat(OpenAiService service, OpenAiChatOptions options, Circuit circuit, Prompt repair) : IChatModel
{
    private const int MostTold = 8;

    /// <inheritdoc/>
    public string Identity => $"{service.Name}/{options.Model}/1";

    /// <inheritdoc/>
    public async Task<T> AskAsync<T>(
        ChatQuestion question, Func<T, IReadOnlyList<string>> faultsOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(faultsOf);
        List<ChatMessage> messages = [new SystemChatMessage(question.System), new UserChatMessage(question.User)];
        var (first, asked) = await SayAsync<T>(question.Name, messages, cancellationToken);
        var (value, faults) = Check(first, faultsOf);
        if (faults.Count == 0)
        {
            return value!;
        }

        var (system, user) = repair.Fill(new Dictionary<string, object> { ["faults"] = faults.Take(MostTold).ToList() });
        messages.AddRange([new AssistantChatMessage(first), new SystemChatMessage(system), new UserChatMessage(user)]);
        var (second, again) = await SayAsync<T>(question.Name, messages, cancellationToken);
        (value, faults) = Check(second, faultsOf);
        if (faults.Count == 0)
        {
            return value!;
        }

        await service.DiscardAsync(asked, cancellationToken);
        await service.DiscardAsync(again, cancellationToken);
        throw new ProviderException(service.Name, ProviderFailure.Refused,
            $"{service.Name} ({options.Model}) answered '{question.Name}' twice with what cannot be used: "
            + $"{string.Join(" ", faults.Take(3))} Try again, or take a stronger model, see chat in config/providers.yaml.");
    }

    private static (T? Value, IReadOnlyList<string> Faults) Check<T>(string answer, Func<T, IReadOnlyList<string>> faultsOf)
    {
        var (value, fault) = AnswerForm.Read<T>(answer);
        return fault is null ? (value, faultsOf(value!)) : (value, [fault]);
    }

    private async Task<(string Text, PaidCall Call)> SayAsync<T>(
        string name, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var schema = AnswerForm.SchemaOf<T>();
        List<string> asked = [.. messages.Select(message => message.Content[0].Text)];

        // A token is at least a byte, so that so many bytes are never fewer tokens.
        long most = asked.Append(schema).Sum(text => Encoding.UTF8.GetByteCount(text));
        var call = new PaidCall
        {
            Provider = service.Name,
            Model = options.Model,
            Capability = Capability.Chat,
            Units = most + options.MostTokens,
            Unit = "token",
            Price = options.Tokens.Of(most, options.MostTokens),
            Key = CallKey.Of([Identity, name, schema, $"{options.MostTokens}", .. asked]),
        };
        var said = await circuit.WatchAsync(() => service.PayAsync(call, token => SubmitAsync(call, name, schema, messages, token),
            cancellationToken));
        if (said.Refusal is null)
        {
            return (said.Text, call);
        }

        await service.DiscardAsync(call, cancellationToken);
        throw new ProviderException(
            service.Name, ProviderFailure.Refused, $"{service.Name} ({options.Model}) refused '{name}': {said.Refusal}");
    }

    private async Task<PaidAnswer<Said>> SubmitAsync(
        PaidCall call, string name, string schema, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var asked = new ChatCompletionOptions
        {
            MaxOutputTokenCount = options.MostTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(name, BinaryData.FromString(schema), jsonSchemaIsStrict: true),
        };
        var result = await service.Chat(options.Model).CompleteChatAsync(messages, asked, cancellationToken);
        var text = string.Concat(result.Value.Content.Select(part => part.Text));
        var (units, price) = result.Value.Usage is { } usage
            ? (usage.TotalTokenCount, options.Tokens.Of(usage.InputTokenCount, usage.OutputTokenCount))
            : (call.Units, call.Price);
        var refusal = string.IsNullOrEmpty(result.Value.Refusal) ? null : result.Value.Refusal;
        return new PaidAnswer<Said>(new Said(text, refusal), units, price, OpenAiService.RequestIdOf(result));
    }

    /// <summary>What the model said; public properties, as it is kept as a product.</summary>
    private sealed record Said(string Text, string? Refusal);
}
