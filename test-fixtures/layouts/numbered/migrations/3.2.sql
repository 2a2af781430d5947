UPDATE accounts SET currency = 'EUR';
