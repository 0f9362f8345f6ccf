using TemporalVideo.Tests.OpenAi;

// A fake to try the product against by hand: dotnet run --project tests/OpenAi.Fake KEY [PORT]
var key = args is [var given, ..] ? given : "sk-fake-0123456789abcdef";
await using var fake = await FakeOpenAi.StartAsync(key, args is [_, var port, ..] ? int.Parse(port) : 0);
Console.WriteLine($"{fake.BaseUrl} wants the key {key}; ends with its input");
await Console.In.ReadToEndAsync();
foreach (var paid in fake.Paid)
{
    Console.WriteLine($"{paid.Endpoint} {paid.Model} {paid.MicroDollars} micro-dollars, {paid.RequestId}, {paid.ClientKey}");
}

Console.WriteLine($"{fake.Paid.Count} paid calls, {fake.PaidMicroDollars} micro-dollars; refused: {fake.Refused.Count}");
